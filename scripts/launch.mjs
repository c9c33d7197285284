// Plain JavaScript for any Node from 18 on: it runs before anything is installed.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { install, ownNode } from './install.mjs'

const OLDEST_NODE = 26

/** Installs what is missing, then runs a TypeScript file of the project on the Node.js that the project pins. */
export async function launch(file, args) {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..')
  try {
    await install(root)
    start(chooseNode(root), [resolve(root, file), ...args])
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }
}

function chooseNode(root) {
  const own = ownNode(root)
  if (own && existsSync(own)) return own
  if (Number(process.versions.node.split('.')[0]) >= OLDEST_NODE) return process.execPath
  const machine = `${process.platform} ${process.arch}`
  throw new Error(`Rapport brings no Node.js for ${machine}: run it with Node.js ${OLDEST_NODE} or newer.`)
}

function start(node, args) {
  const child = spawn(node, args, { stdio: 'inherit' })
  // A terminal sends Ctrl-C to both of us: passing it on would make the child see it twice.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    console.error(`${node} could not be started: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code))
}
