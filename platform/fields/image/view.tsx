import type { Link } from '#platform/objects/define-object.ts'
import { contentOf } from '../file/upload.ts'
import { FileInput } from '../file/view.tsx'
import type { CellProps, InputProps, View } from '../view.ts'
import classes from '../view.module.css'

function ImageCell({ value }: CellProps<Link>) {
  return <img className={classes['thumb']} src={contentOf(value.id)} alt={value.title ?? ''} loading="lazy" width={22} height={22} />
}

function ImageInput(props: InputProps<Link>) {
  return <FileInput {...props} accept="image/*" />
}

export const imageView: View<Link> = { Cell: ImageCell, Input: ImageInput, width: 90 }
