import { defineModule } from '#platform/objects/define-module.ts'
import { companyObject } from './company.ts'
import { consentObject } from './consent.ts'
import { noteObject } from './note.ts'
import { personObject } from './person.ts'
import { positionObject } from './position.ts'
import { relationshipKindObject } from './relationship-kind.ts'
import { relationshipObject } from './relationship.ts'

/** Who we deal with, and how they belong together. */
export const customers = defineModule({
  name: 'customers',
  label: 'Customers',
  icon: 'contact-round',
  objects: [
    companyObject,
    personObject,
    positionObject,
    relationshipObject,
    relationshipKindObject,
    consentObject,
    noteObject,
  ],
  actions: [],
})
