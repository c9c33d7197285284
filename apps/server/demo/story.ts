import type { Json } from '#platform/objects/json.ts'
import type { Calendar } from './calendar.ts'
import { users } from './firm.ts'
import type { Random } from './random.ts'

/** Stands for the id of a record of the story, which is not known before it is written. */
export interface Ref {
  readonly ref: string
}

export type Told = Json | Ref | readonly Ref[]

/** One thing that somebody writes down. */
export interface Writing {
  readonly day: number
  /** Key of the user who does it. */
  readonly by: string
  readonly object: string
  /** Names the record within the story: `company 12`. */
  readonly key: string
  readonly verb: 'create' | 'update'
  readonly values: Readonly<Record<string, Told>>
}

/** What happened in the demo company in the past year, in no particular order. */
export interface Story {
  readonly random: Random
  readonly calendar: Calendar
  readonly writings: Writing[]
  /** The day on which this person gets round to writing down what happens on a day. */
  dayOf(day: number, by: string): number
  create(day: number, by: string, object: string, values: Writing['values'], key?: string): Ref
  update(day: number, by: string, object: string, record: Ref, values: Writing['values']): void
}

export function newStory(random: Random, calendar: Calendar): Story {
  const writings: Writing[] = []
  const dayOf = (day: number, by: string, object?: string): number => {
    const place = users.findIndex((user) => user.key === by)
    return calendar.writingDay(day, Math.abs(place) % 2, object === 'interaction')
  }
  return {
    random,
    calendar,
    writings,
    dayOf,
    create(day, by, object, values, key = `${object} ${writings.length}`) {
      writings.push({ day: dayOf(day, by, object), by, object, key, verb: 'create', values })
      return { ref: key }
    },
    update(day, by, object, record, values) {
      writings.push({ day: dayOf(day, by, object), by, object, key: record.ref, verb: 'update', values })
    },
  }
}
