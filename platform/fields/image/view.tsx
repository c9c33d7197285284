import type { Link } from '#platform/objects/define-object.ts'
import { contentOf } from '../file/upload.ts'
import { FileInput } from '../file/view.tsx'
import type { CellProps, View } from '../view.ts'
import classes from '../view.module.css'

function ImageCell({ value }: CellProps<Link>) {
  return (
    <img
      className={classes['thumb']}
      src={contentOf(value.id)}
      alt={value.title ?? ''}
      loading="lazy"
      width={22}
      height={22}
    />
  )
}

export const imageView: View<Link> = {
  Cell: ImageCell,
  Input: FileInput,
  width: 90,
  about: 'A picture, shown small in lists.',
}
