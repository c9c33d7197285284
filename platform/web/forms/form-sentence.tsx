import { CircleAlert } from 'lucide-react'
import classes from './form.module.css'

/** What is wrong with the form as a whole, said once, above it. */
export function FormSentence({ sentence }: { readonly sentence: string | undefined }) {
  if (sentence === undefined) return null
  return (
    <div className={classes['sentence']} role="alert">
      <CircleAlert size={17} aria-hidden />
      <span>{sentence}</span>
    </div>
  )
}
