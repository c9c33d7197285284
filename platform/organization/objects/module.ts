import { defineModule } from '#platform/objects/define-module.ts'
import { exchangeRateObject } from './exchange-rate.ts'
import { fileObject } from './file.ts'
import { roleObject } from './role.ts'
import { tagObject } from './tag.ts'
import { teamObject } from './team.ts'
import { userObject } from './user.ts'
import { viewObject } from './view.ts'

/** What every firm has, whatever it sells: its people, teams and roles, and what they keep. */
export const organization = defineModule({
  name: 'organization',
  label: 'Organization',
  icon: 'building',
  objects: [userObject, teamObject, roleObject, fileObject, viewObject, tagObject, exchangeRateObject],
  actions: [],
})
