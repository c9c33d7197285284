import { noCycle } from '#platform/server/modules/no-cycle.ts'
import { defineServerModule } from '#platform/server/modules/server-module.ts'
import { organization } from '../objects/module.ts'
import {
  lastAdministratorIsKept,
  lastAdministratorRoleIsKept,
  lastAdministratorRoleStays,
  lastAdministratorStays,
} from './last-administrator.ts'
import { permissionsMakeSense } from './permissions-make-sense.ts'
import { tagNamesAreFollowed } from './tag-names-are-followed.ts'

export const organizationServer = defineServerModule({
  module: organization,
  rules: [
    noCycle('team', 'parent', 'A team cannot be part of itself or of a team below it.'),
    noCycle('user', 'manager', 'Nobody can be led by themselves or by someone they lead.'),
    permissionsMakeSense,
    tagNamesAreFollowed,
    lastAdministratorStays,
    lastAdministratorIsKept,
    lastAdministratorRoleStays,
    lastAdministratorRoleIsKept,
  ],
})
