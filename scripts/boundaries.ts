// Who may import whom (ARCHITECTURE.md, "The tree"). Paths are resolved before they are judged, so that a relative
// import is held to the same rules as one that begins with "#".
import { existsSync, globSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join, posix } from 'node:path'

/** One rule: files at `from` must not import what is at `to`; `to` may also be a package or a built-in. */
interface Rule {
  from: RegExp
  to: RegExp | ((target: string, file: string) => boolean)
  why: string
}

const TEST = /\.test\.tsx?$|\/testing\//
const WEB = /^(platform\/(.+\/)?web|modules\/[^/]+\/web|apps\/web)\/|^platform\/fields\/.*view\.tsx?$/
const SERVER =
  /^(platform\/(.+\/)?server|modules\/[^/]+\/server|apps\/(server|cli))\/|^platform\/fields\/.*column\.ts$/
const DECLARATION =
  /^(platform\/objects|platform\/organization\/objects|modules\/[^/]+\/objects)\/|^platform\/fields\/[^/]+\/kind\.ts$/
const READS_ALL = /^modules\/(analytics|intelligence|quality|strategy)\//
const ABOVE = /^(apps|bench|e2e|scripts)\//

const area = (path: string): string | undefined => /^modules\/([^/]+)\//.exec(path)?.[1]
const isBuiltin = (target: string): boolean => target.startsWith('node:') || builtinModules.includes(target)

const rules: Rule[] = [
  {
    from: /^platform\//,
    to: /^(modules|apps|bench|e2e|scripts)\//,
    why: 'platform knows no module and no app',
  },
  { from: /^modules\//, to: ABOVE, why: 'only apps, bench and e2e import apps' },
  { from: DECLARATION, to: SERVER, why: 'declarations run in the browser too: no server code' },
  { from: DECLARATION, to: WEB, why: 'declarations run on the server too: no web code' },
  { from: DECLARATION, to: isBuiltin, why: 'declarations run in the browser too: nothing of Node.js' },
  { from: WEB, to: SERVER, why: 'web never imports server: it calls the API' },
  { from: WEB, to: isBuiltin, why: 'web runs in the browser: nothing of Node.js' },
  { from: SERVER, to: WEB, why: 'server never imports web' },
  {
    from: /^modules\//,
    to: (target, file) =>
      area(target) !== undefined && area(target) !== area(file) && !/^modules\/[^/]+\/objects\//.test(target),
    why: 'of another module only objects/ may be imported: perform its actions or read the log',
  },
  {
    from: /^modules\//,
    to: (target, file) => READS_ALL.test(target) && area(target) !== area(file),
    why: 'analytics, intelligence, quality and strategy read all areas; nobody imports them',
  },
]

/** A forbidden import, as `file:line  imports target: why`. */
export function findViolations(root: string): string[] {
  const files = globSync('{platform,modules}/**/*.{ts,tsx}', { cwd: root }).map((file) =>
    file.replaceAll('\\', '/'),
  )
  const web = globSync('apps/web/**/*.{ts,tsx}', { cwd: root, exclude: ['**/vite.config.ts'] })
  return [...files, ...web].toSorted().flatMap((file) => (TEST.test(file) ? [] : violationsIn(root, file)))
}

function violationsIn(root: string, file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  const broken: string[] = []
  for (const match of text.matchAll(IMPORT)) {
    const target = resolveImport(file, match[1]!)
    const rule = rules.find(
      ({ from, to }) => from.test(file) && (to instanceof RegExp ? to.test(target) : to(target, file)),
    )
    const line = text.slice(0, match.index).split('\n').length
    if (rule) broken.push(`${file}:${line}  imports ${match[1]}: ${rule.why}`)
  }
  return broken
}

/** `import … from 'x'`, `export … from 'x'`, `import 'x'` and `import('x')`. */
const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*)['"]([^'"\n]+)['"]/g

function resolveImport(file: string, name: string): string {
  if (name.startsWith('#')) return name.slice(1)
  return name.startsWith('.') ? posix.join(posix.dirname(file), name) : name
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..')
  const violations = existsSync(join(root, 'platform')) ? findViolations(root) : ['platform/ is missing']
  for (const violation of violations) console.error(violation)
  process.exitCode = violations.length > 0 ? 1 : 0
}
