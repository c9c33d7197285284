import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine'
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'

/** Lets a heading be dragged, and others be dropped before it; gives the function that ends it. */
export function moveColumns(
  element: HTMLElement,
  field: string,
  over: (on: boolean) => void,
  drop: (moved: string) => void,
): () => void {
  return combine(
    draggable({
      element,
      getInitialData: () => ({ column: field }),
      canDrag: ({ input }) => !inGrip(element, input.clientX),
    }),
    dropTargetForElements({
      element,
      canDrop: ({ source }) => 'column' in source.data,
      onDragEnter: () => over(true),
      onDragLeave: () => over(false),
      onDrop: ({ source }) => {
        over(false)
        drop(String(source.data['column']))
      },
    }),
  )
}

const inGrip = (element: HTMLElement, x: number): boolean => element.getBoundingClientRect().right - x < 8
