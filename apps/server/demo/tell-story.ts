import type { Calendar } from './calendar.ts'
import { tellCompanies } from './customers.ts'
import { tellDeals } from './deals.ts'
import { tellPrivateCustomers, tellTies } from './private-customers.ts'
import { randomFrom } from './random.ts'
import { tellSettingUp } from './setting-up.ts'
import { newStory, type Writing } from './story.ts'

const seed = 1901
const people = 800

/** All that was written down in the demo company, up to the last day of the calendar. */
export function tellStory(calendar: Calendar): readonly Writing[] {
  const story = newStory(randomFrom(seed), calendar)
  tellSettingUp(story)
  const companies = tellCompanies(story)
  const employed = companies.reduce((sum, company) => sum + company.people.length, 0)
  tellPrivateCustomers(story, Math.max(0, people - employed))
  tellTies(story, companies)
  tellDeals(story, companies)
  return story.writings
}
