import { codeOf, type Code } from '#platform/server/schema/bring-up-to-date.ts'
import { modules } from '../modules.ts'

/** What the areas of this edition declare. */
export function installedCode(): Code {
  const declared = modules.flatMap(({ module }) =>
    module.objects.map((declaration) => ({ module: module.name, declaration })),
  )
  return codeOf(
    declared,
    modules.flatMap(({ module }) => module.actions),
  )
}
