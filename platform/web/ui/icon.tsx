import { iconNames } from './icon-names.ts'
import picture from './icons.svg'

interface IconProps {
  /** Name as Lucide has it, `building-2`; a box stands for one that is not in our set. */
  readonly name: string
  readonly size?: number
  readonly label?: string
}

/** An icon in the colour of the text around it. */
export function Icon({ name, size = 16, label }: IconProps) {
  return (
    <svg
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      {...(label === undefined ? { 'aria-hidden': true } : { 'aria-label': label, role: 'img' })}
    >
      <use href={`${picture}#${iconNames.has(name) ? name : 'box'}`} />
    </svg>
  )
}
