import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import * as lucide from 'lucide-react'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { iconNames } from '#platform/web/ui/icon-names.ts'

const file = fileURLToPath(new URL('../platform/web/ui/icons.svg', import.meta.url))

/** All icons as symbols of one picture. @throws Error naming what Lucide does not have */
export function drawIcons(): string {
  const symbols = [...iconNames]
    .toSorted()
    .map((name) => `<symbol id="${name}" viewBox="0 0 24 24">${pathsOf(name)}</symbol>`)
  return `<svg xmlns="http://www.w3.org/2000/svg">\n<!-- Lucide, ISC licence -->\n${symbols.join('\n')}\n</svg>\n`
}

function pathsOf(name: string): string {
  const drawn =
    (lucide.icons as Record<string, (typeof lucide.icons)['Box']>)[exported(name)] ??
    (lucide as never as Record<string, (typeof lucide.icons)['Box']>)[exported(name)]
  if (drawn === undefined) throw new Error(`Lucide has no icon “${name}”.`)
  return renderToStaticMarkup(createElement(drawn)).replace(/^<svg[^>]*>|<\/svg>$/g, '')
}

/** `grid-3x3` → `Grid3x3` */
const exported = (name: string): string =>
  name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')

if (import.meta.main) writeFileSync(file, drawIcons())
