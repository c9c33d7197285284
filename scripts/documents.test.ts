import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import manifest from '../package.json' with { type: 'json' }

const root = join(import.meta.dirname, '..')
const pages = [
  ...globSync('*.md', { cwd: root }),
  ...globSync('{docs,platform,modules,apps,bench,e2e,scripts}/**/*.md', { cwd: root }),
].map((page) => page.replaceAll('\\', '/'))

/** `[text](target)` and `![text](target)`, outside of code. */
function linksOf(page: string): string[] {
  const text = readFileSync(join(root, page), 'utf8').replace(/```[\s\S]*?```|`[^`\n]*`/g, '')
  return [...text.matchAll(/\]\(([^()\s]+)\)/g)].map((match) => match[1]!)
}

/** Headings as GitHub names them in addresses. */
function anchorsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8').replace(/```[\s\S]*?```/g, '')
  const titles = [...text.matchAll(/^#{1,6} +(.+?) *$/gm)].map((match) => match[1]!.replace(/[`*]/g, ''))
  return titles.map((title) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

function faultOf(page: string, link: string): string | undefined {
  const [path = '', anchor] = link.split('#')
  const file = path === '' ? join(root, page) : resolve(root, dirname(page), decodeURIComponent(path))
  if (relative(root, file).startsWith('..')) return `${page}: ${link} leads out of the project`
  if (!existsSync(file)) return `${page}: ${link} is not there`
  if (anchor !== undefined && file.endsWith('.md') && !anchorsOf(file).includes(anchor))
    return `${page}: no heading for ${link}`
  return undefined
}

describe('the documents', () => {
  test('link to files and headings that are there', () => {
    const inside = (link: string): boolean => !/^[a-z]+:/i.test(link)
    const faults = pages.flatMap((page) =>
      linksOf(page)
        .filter(inside)
        .flatMap((link) => faultOf(page, link) ?? []),
    )
    expect(faults).toEqual([])
  })

  test('are each reached from the README', () => {
    const reached = new Set<string>()
    const visit = (page: string): void => {
      if (reached.has(page)) return
      reached.add(page)
      for (const link of linksOf(page)) {
        const file = relative(root, resolve(root, dirname(page), link.split('#')[0]!)).replaceAll('\\', '/')
        if (pages.includes(file)) visit(file)
      }
    }
    visit('README.md')
    expect(pages.filter((page) => !reached.has(page))).toEqual([])
  })

  test('name only files of the project that exist', () => {
    const named = /`((?:platform|modules|apps|scripts|bench|e2e|docs)\/[\w./-]+\.\w+)`/g
    const missing = pages.flatMap((page) =>
      [...readFileSync(join(root, page), 'utf8').matchAll(named)].flatMap((match) =>
        existsSync(join(root, match[1]!)) ? [] : [`${page}: ${match[1]}`],
      ),
    )
    expect(missing).toEqual([])
  })

  test('give a reason for every dependency, at its version', () => {
    const { dependencies, devDependencies, optionalDependencies } = manifest
    const wanted = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    const text = readFileSync(join(root, 'docs/dependencies.md'), 'utf8')
    const explained = [...text.matchAll(/^\| `([^`]+)` \| ([^ ]+) \| [^|]+ \| [^|]+ \|$/gm)]
    expect(new Set(explained.map((match) => `${match[1]} ${match[2]}`))).toEqual(
      new Set(wanted.map(([name, version]) => `${name} ${version}`)),
    )
  })
})
