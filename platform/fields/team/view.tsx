import type { Link } from '#platform/objects/define-object.ts'
import { referenceView } from '../reference/view.tsx'
import type { View } from '../view.ts'

export const teamView: View<Link> = {
  ...referenceView,
  width: 140,
  about: 'One of the teams.',
}
