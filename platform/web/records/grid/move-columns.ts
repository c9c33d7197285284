import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine'
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import type { ListState } from '../list/use-list.ts'

/** Lets a heading be dragged before another; gives the function that ends it. */
export function moveColumns(element: HTMLElement, field: string, list: () => ListState, over: (on: boolean) => void): () => void {
  return combine(
    draggable({ element, getInitialData: () => ({ column: field }), canDrag: ({ input }) => !inGrip(element, input.clientX) }),
    dropTargetForElements({
      element,
      canDrop: ({ source }) => 'column' in source.data,
      onDragEnter: () => over(true),
      onDragLeave: () => over(false),
      onDrop: ({ source }) => {
        over(false)
        const moved = String(source.data['column'])
        if (moved === field) return
        const rest = list().fields.filter((name) => name !== moved)
        list().change({ fields: rest.toSpliced(rest.indexOf(field), 0, moved) })
      },
    }),
  )
}

const inGrip = (element: HTMLElement, x: number): boolean => element.getBoundingClientRect().right - x < 8
