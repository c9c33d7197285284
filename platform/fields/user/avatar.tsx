import classes from '../view.module.css'

const colours = ['blue', 'teal', 'grape', 'orange', 'cyan', 'pink', 'green', 'indigo', 'red', 'violet']

/** Two letters on a colour of one's own: the same person looks the same everywhere. */
export function Avatar({ name, size = 20 }: { readonly name: string; readonly size?: number }) {
  const words = name.trim().split(/\s+/)
  const letters = (words[0]?.charAt(0) ?? '') + (words.length > 1 ? (words.at(-1)?.charAt(0) ?? '') : '')
  const sum = [...name].reduce((total, letter) => (total * 31 + letter.charCodeAt(0)) % 9973, 7)
  const background = `var(--mantine-color-${colours[sum % colours.length]}-8)`
  const measure = size === 20 ? {} : { width: size, height: size, fontSize: size * 0.42 }
  return (
    <span className={classes['avatar']} style={{ background, ...measure }} aria-hidden>
      {letters.toUpperCase()}
    </span>
  )
}
