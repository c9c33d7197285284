import { tagsBecomeKnown } from '#platform/organization/server/tags-become-known.ts'
import { teamFollowsOwner } from '#platform/organization/server/team-follows-owner.ts'
import { customerFollows } from '#platform/server/modules/customer-follows.ts'
import { noCycle } from '#platform/server/modules/no-cycle.ts'
import { defineServerModule } from '#platform/server/modules/server-module.ts'
import { customers } from '../objects/module.ts'
import { beginCustomers } from './begin.ts'
import { domainIsBare } from './company-rules.ts'
import { consentIsProven } from './consent-rules.ts'
import { formerPostIsKept, personIsNamed, postFollowsPerson } from './person-rules.ts'
import { endedPositionIsNotPrimary, onePrimaryPosition, primaryPositionIsTheJob } from './position-rules.ts'
import { relationshipHasTwoSides } from './relationship-rules.ts'
import { wonMakesACustomer } from './won-makes-a-customer.ts'

export const customersServer = defineServerModule({
  module: customers,
  rules: [
    teamFollowsOwner('company'),
    domainIsBare,
    noCycle(
      'company',
      'parent',
      'A company cannot be a subsidiary of itself or of one of its own subsidiaries.',
    ),
    tagsBecomeKnown('company'),
    teamFollowsOwner('person'),
    personIsNamed,
    formerPostIsKept,
    postFollowsPerson,
    noCycle('person', 'reports_to', 'Nobody can report to themselves or to someone below them.'),
    tagsBecomeKnown('person'),
    endedPositionIsNotPrimary,
    primaryPositionIsTheJob,
    onePrimaryPosition,
    relationshipHasTwoSides,
    consentIsProven,
    teamFollowsOwner('note'),
    customerFollows('note', 'opportunity'),
  ],
  reactions: [wonMakesACustomer],
  begin: beginCustomers,
})
