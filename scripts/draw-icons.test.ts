import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { modules } from '#apps/modules.ts'
import { kinds } from '#platform/fields/kinds.ts'
import { iconNames } from '#platform/web/ui/icon-names.ts'
import { drawIcons } from './draw-icons.ts'

describe('the icons of the web app', () => {
  test('are drawn as the list of names says; `node scripts/draw-icons.ts` draws them anew', () => {
    const file = readFileSync(new URL('../platform/web/ui/icons.svg', import.meta.url), 'utf8')
    expect(file === drawIcons()).toBe(true)
  })

  test('have all that areas, objects, actions and kinds name', () => {
    const named = modules.flatMap(({ module }) => [
      module.icon,
      ...module.objects.map((object) => object.icon ?? 'box'),
      ...module.actions.map((action) => action.icon ?? 'zap'),
    ])
    const missing = [...named, ...[...kinds.values()].map((kind) => kind.icon)].filter(
      (name) => !iconNames.has(name),
    )
    expect([...new Set(missing)]).toEqual([])
  })
})
