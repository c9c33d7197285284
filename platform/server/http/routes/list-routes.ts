import { mayDo } from '../../access/may-do.ts'
import { listRecords } from '../../records/list-records.ts'
import { readRecord } from '../../records/read-record.ts'
import { anyObject, inQuery, list, recordSchema, ref, shape, text } from '../describe.ts'
import { listQueryOfAddress, listQueryOfBody } from '../list-query.ts'
import { etag } from '../perform-call.ts'
import type { Described, Route } from '../route.ts'

const readable: NonNullable<Route['has']> = (object, access) => access.level(object, 'read') !== 'none'

const page = ({ object }: Described) => shape({ data: list(ref(recordSchema(object))), page: ref('Page') })

const count = { type: 'string', enum: ['exact', 'estimate', 'none', 'auto'] }
const limit = { type: 'integer', minimum: 1, maximum: 500, default: 50 }

/** Parameters that say which records, and how they are shown. */
export const listParameters = [
  inQuery('where', 'A filter as JSON, see the filter language. Plain `field=value` pairs work as well.'),
  inQuery('q', 'Words that the record must contain, as typed.'),
  inQuery('sort', 'Fields to sort by, `-` for descending: `-amount,company.name`.'),
  inQuery('fields', 'Fields to answer: `name,amount,company.name`. Default: all of the record itself.'),
]

/** Questions about records. */
export const listRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/{plural}',
    id: 'list{plural}',
    tag: '{plural}',
    summary: 'List',
    has: readable,
    describe: (about) => ({
      parameters: [
        ...listParameters,
        inQuery('limit', 'Records per page.', limit),
        inQuery('cursor', 'Where to go on: `page.next` of the page before.'),
        inQuery('count', 'How to count: exactly, as an estimate, or not at all.', count),
        inQuery('bin', 'Records in the bin instead.', { type: 'boolean' }),
      ],
      answers: { 200: page(about) },
    }),
    handle: async (call) => {
      const object = call.object()
      return listRecords(
        call.context,
        object.name,
        listQueryOfAddress(call.query, object, call.workspace.model),
      )
    },
  },
  {
    method: 'POST',
    path: '/{plural}/query',
    id: 'query{plural}',
    tag: '{plural}',
    summary: 'List, with the parameters as a body',
    has: readable,
    describe: (about) => ({
      body: {
        type: 'object',
        properties: {
          where: anyObject,
          q: text,
          sort: text,
          fields: list(text),
          limit,
          cursor: text,
          count,
          bin: { type: 'boolean' },
        },
        additionalProperties: false,
      },
      answers: { 200: page(about) },
    }),
    handle: async (call) => listRecords(call.context, call.object().name, listQueryOfBody(call.body())),
  },
  {
    method: 'GET',
    path: '/{plural}/{id}',
    id: 'read{name}',
    tag: '{plural}',
    summary: 'Read one',
    has: readable,
    describe: ({ object }) => ({
      parameters: [inQuery('fields', 'Fields to answer: `name,company.industry`. Default: all.')],
      answers: { 200: ref(recordSchema(object)) },
    }),
    handle: async (call) => {
      const object = call.object()
      const { fields } = listQueryOfAddress({ ...call.query }, object, call.workspace.model)
      const record = await readRecord(call.context, object.name, call.id(), fields)
      if (record.version !== undefined) call.reply.header('etag', etag(record.version))
      return { ...record, can: await mayDo(call.context, object, record.id) }
    },
  },
]
