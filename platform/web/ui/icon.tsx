import { Box } from 'lucide-react'
import { icons } from './icons.ts'

interface IconProps {
  /** Name as Lucide has it, `building-2`; a box stands for one that is not in our set. */
  readonly name: string
  readonly size?: number
  readonly label?: string
}

export function Icon({ name, size = 16, label }: IconProps) {
  const Drawn = icons[name] ?? Box
  return <Drawn size={size} strokeWidth={1.75} {...(label === undefined ? { 'aria-hidden': true } : { 'aria-label': label, role: 'img' })} />
}
