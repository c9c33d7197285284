import { customerTimeline, recordHistory, type HistoryQuery } from '../../log/record-history.ts'
import { binOf } from '../../records/bin-of.ts'
import { boardOf, type BoardQuery } from '../../records/board-of.ts'
import { findDuplicates } from '../../records/find-duplicates.ts'
import { runReport, type ReportQuery } from '../../reports/run-report.ts'
import { searchEverything } from '../../search/search-everything.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import { malformed, notFound } from '#platform/objects/problem.ts'
import { objectIn, onlyIn, optionalId, optionalText } from '../body-fields.ts'
import { mayKnow, type Call } from '../call.ts'
import { anyObject, inQuery, list, recordSchema, ref, shape, text, uuid } from '../describe.ts'
import { listQueryOfBody } from '../list-query.ts'
import type { Route } from '../route.ts'

const readable: NonNullable<Route['has']> = (object, access) => access.level(object, 'read') !== 'none'

const pageParameters = [
  inQuery('limit', 'Entries per page.', { type: 'integer', minimum: 1, maximum: 200, default: 50 }),
  inQuery('cursor', 'Where to go on: `page.next` of the page before.'),
]
const logPage = shape({ data: list(ref('LogEntry')), page: shape({ next: { type: ['string', 'null'] } }) })

/** Questions beside lists: boards, duplicates, history, search, reports, the bin. */
export const questionRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/{plural}/board',
    id: 'boardOf{plural}',
    tag: '{plural}',
    summary: 'Cards in columns, with counts and sums',
    has: readable,
    describe: ({ object }) => ({
      body: {
        type: 'object',
        required: ['group'],
        properties: {
          where: anyObject,
          q: text,
          group: text,
          sum: text,
          fields: list(text),
          sort: text,
          limit: { type: 'integer', minimum: 1, maximum: 200 },
        },
      },
      answers: {
        200: shape({
          columns: list(
            shape({
              key: { type: ['string', 'boolean', 'null'] },
              title: { type: ['string', 'null'] },
              count: { type: 'integer' },
              sum: { type: ['number', 'null'] },
              records: list(ref(recordSchema(object))),
            }),
          ),
        }),
      },
    }),
    handle: async (call) => {
      const { group, sum, ...rest } = call.body()
      if (typeof group !== 'string') throw malformed('group names the field whose values are the columns.')
      if (sum != null && typeof sum !== 'string') throw malformed('sum names a field.')
      const query: BoardQuery = { ...listQueryOfBody(rest), group, ...(sum == null ? {} : { sum }) }
      return boardOf(call.context, call.object().name, query)
    },
  },
  {
    method: 'POST',
    path: '/{plural}/duplicates',
    id: 'findDuplicatesOf{name}',
    tag: '{plural}',
    summary: 'Records that may be the same thing as these values',
    has: readable,
    describe: () => ({
      body: shape({ values: anyObject, id: uuid }, ['id']),
      answers: { 200: shape({ data: list(anyObject) }) },
    }),
    handle: async (call) => {
      const body = call.body()
      onlyIn(body, ['values', 'id'])
      const found = await findDuplicates(
        call.context,
        call.object().name,
        objectIn(body, 'values'),
        optionalId(body, 'id') ?? undefined,
      )
      return { data: found.map(({ match, ...one }) => ({ ...one, rule: match })) }
    },
  },
  {
    method: 'GET',
    path: '/{plural}/{id}/history',
    id: 'historyOf{name}',
    tag: '{plural}',
    summary: 'What happened to the record',
    has: readable,
    describe: () => ({ parameters: pageParameters, answers: { 200: logPage } }),
    handle: async (call) => recordHistory(call.context, call.object().name, call.id(), pageOf(call)),
  },
  {
    method: 'GET',
    path: '/{plural}/{id}/timeline',
    id: 'timelineOf{name}',
    tag: '{plural}',
    summary: 'Everything that happened with the customer',
    has: readable,
    describe: () => ({ parameters: pageParameters, answers: { 200: logPage } }),
    handle: async (call) => customerTimeline(call.context, call.object().name, call.id(), pageOf(call)),
  },
  {
    method: 'GET',
    path: '/search',
    id: 'search',
    tag: 'Search and reports',
    summary: 'Find records of all objects by the beginnings of words',
    describe: () => ({
      parameters: [
        { ...inQuery('q', 'Words, as typed.'), required: true },
        inQuery('limit', 'Hits.', { type: 'integer', minimum: 1, maximum: 20, default: 20 }),
      ],
      answers: {
        200: shape({
          data: list(
            shape({
              object: text,
              id: uuid,
              title: { type: ['string', 'null'] },
              subtitle: { type: ['string', 'null'] },
            }),
          ),
        }),
      },
    }),
    handle: async (call) => {
      const q = optionalText(call.query, 'q', 200) ?? ''
      return { data: await searchEverything(call.context, q, whole(call, 'limit', 20) ?? 20) }
    },
  },
  {
    method: 'POST',
    path: '/reports/run',
    id: 'runReport',
    tag: 'Search and reports',
    summary: 'Grouped figures',
    describe: () => ({ body: ref('ReportQuery'), answers: { 200: anyObject } }),
    handle: async (call) => {
      const body = call.body()
      onlyIn(body, ['object', 'where', 'q', 'group', 'measures', 'sort', 'limit'])
      const object = knownObject(call, body['object'])
      if (body['sort'] != null && typeof body['sort'] !== 'string') throw malformed('sort is a text.')
      const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null))
      return runReport(call.context, { ...given, object: object.name } as ReportQuery)
    },
  },
  {
    method: 'GET',
    path: '/bin',
    id: 'listBin',
    tag: 'Changes',
    summary: 'Deleted records that can be brought back',
    describe: () => ({
      parameters: [inQuery('object', 'Of this object only.'), ...pageParameters],
      answers: {
        200: shape({
          data: list(
            shape({
              object: text,
              id: uuid,
              title: { type: ['string', 'null'] },
              deleted_at: { type: 'string', format: 'date-time' },
            }),
          ),
          page: shape({ next: { type: ['string', 'null'] } }),
        }),
      },
    }),
    handle: async (call) => {
      const name = optionalText(call.query, 'object')
      return binOf(call.context, name === undefined ? undefined : knownObject(call, name), pageOf(call))
    },
  },
]

function knownObject(call: Call, name: unknown): ObjectModel {
  if (typeof name !== 'string') throw malformed('object names the object that is asked about.')
  const object = call.workspace.model.object(name)
  if (!mayKnow(call.actor, object)) throw notFound(`object “${name}”`)
  return object
}

function pageOf(call: Call): HistoryQuery {
  const limit = whole(call, 'limit', 200)
  const cursor = optionalText(call.query, 'cursor')
  return { ...(limit === undefined ? {} : { limit }), ...(cursor === undefined ? {} : { cursor }) }
}

function whole(call: Call, name: string, most: number): number | undefined {
  const text = optionalText(call.query, name)
  if (text === undefined) return undefined
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1 || value > most)
    throw malformed(`${name} is a whole number from 1 to ${most}.`)
  return value
}
