import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { useEffect, useRef, useState } from 'react'
import type { DropZone } from './use-board.ts'
import classes from './board.module.css'

/** While a card is dragged: where it may go though the board does not show it. */
export function DropZones({ zones }: { readonly zones: readonly DropZone[] }) {
  return (
    <div className={classes.zones}>
      {zones.map((zone) => (
        <Zone key={zone.key} zone={zone} />
      ))}
    </div>
  )
}

function Zone({ zone: { key, label } }: { readonly zone: DropZone }) {
  const node = useRef<HTMLDivElement>(null)
  const [over, setOver] = useState(false)
  useEffect(
    () =>
      dropTargetForElements({
        element: node.current!,
        getData: () => ({ key, label }),
        onDragEnter: () => setOver(true),
        onDragLeave: () => setOver(false),
      }),
    [key, label],
  )
  return (
    <div ref={node} className={classes.zone} data-over={over || undefined} data-zone={label}>
      {label}
    </div>
  )
}
