import { useLocalStorage } from '@mantine/hooks'
import type { FieldModel } from '#platform/objects/model.ts'
import { viewOf as viewOfKind } from '#platform/fields/view-of.ts'
import { plainView } from '#platform/web/records/plain-view.tsx'
import type { View } from '#platform/fields/view.ts'
import type { ListState } from '../list/use-list.ts'

export interface Column {
  readonly field: FieldModel
  readonly view: View
  readonly width: number
  /** Where it is pinned, pixels from the left. */
  readonly pinned: boolean
}

export const checkWidth = 38
export const leastWidth = 64

/** The columns of a list with their widths, which this browser remembers. */
export function useColumns({ object, fields }: ListState): {
  readonly columns: readonly Column[]
  resize(field: string, width: number): void
} {
  const [widths, setWidths] = useLocalStorage<Readonly<Record<string, number>>>({
    key: `rapport:widths:${object.name}`,
    defaultValue: {},
    getInitialValueInEffect: false,
  })
  const columns = fields.flatMap((name): Column[] => {
    const field = object.fields.get(name)
    if (field === undefined) return []
    const view = viewOf(field)
    const isTitle = name === object.title.name
    return [
      {
        field,
        view,
        width: widths[name] ?? (isTitle ? 260 : (view.width ?? 160)),
        pinned: isTitle && fields[0] === name,
      },
    ]
  })
  return {
    columns,
    resize: (field, width) =>
      setWidths((now) => ({ ...now, [field]: Math.max(leastWidth, Math.round(width)) })),
  }
}

export const viewOf = (field: FieldModel): View => viewOfKind(field) ?? plainView

export const templateOf = (columns: readonly Column[]): string =>
  `${checkWidth}px ${columns.map(({ width }) => `${width}px`).join(' ')} minmax(0, 1fr)`
