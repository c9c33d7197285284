import { isUuid } from '#platform/fields/id/kind.ts'
import type { JsonObject } from '#platform/objects/json.ts'
import { lowerFirst } from '#platform/objects/label.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import { forbidden, invalid, malformed } from '#platform/objects/problem.ts'
import { contextFor } from '../../actions/context-for.ts'
import { enqueueJob, jobProgress } from '../../jobs/job-progress.ts'
import { mostRows, type BatchResult } from '../../records/batch-records.ts'
import { parseValues } from '../../records/parse-values.ts'
import { selectIds } from '../../records/select-ids.ts'
import { idsIn, objectIn, onlyIn, optionalText } from '../body-fields.ts'
import type { Call } from '../call.ts'
import { anyObject, list, ref, recordSchema, shape, text, uuid, writeSchema } from '../describe.ts'
import { onceOnly } from '../once-only.ts'
import { isDryRun, performCall } from '../perform-call.ts'
import { problemDocument, problemOf } from '../problem-document.ts'
import { base, type Route } from '../route.ts'

const changeable: NonNullable<Route['has']> = (object, access) =>
  !object.appendOnly && access.level(object, 'update') !== 'none' && access.action(object, 'bulk')

/** Changes of many records: batches, bulk edits, and the jobs that do long work. */
export const manyRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/{plural}/batch',
    id: 'batch{plural}',
    tag: '{plural}',
    summary: 'Up to 1,000 creates, updates and deletes: all or nothing, unless `atomic` is false',
    describe: ({ object }) => ({
      body: shape(
        {
          atomic: { type: 'boolean', default: true },
          rows: {
            ...list({
              type: 'object',
              properties: { create: ref(writeSchema(object)), update: anyObject, delete: uuid },
              additionalProperties: false,
            }),
            maxItems: mostRows,
          },
        },
        ['atomic'],
      ),
      answers: {
        200: shape({
          results: list(
            shape(
              { status: { type: 'integer' }, record: ref(recordSchema(object)), problem: ref('Problem') },
              ['record', 'problem'],
            ),
          ),
        }),
      },
    }),
    handle: async (call) => {
      const object = call.object()
      const body = call.body()
      onlyIn(body, ['atomic', 'rows'])
      const rows = rowsIn(body['rows'])
      if (body['atomic'] !== false)
        return { results: await performCall(call, object.name, 'batch', { rows }) }
      return onceOnly(call, 'kept', async () => ({ results: await oneByOne(call, object, rows) }))
    },
  },
  {
    method: 'POST',
    path: '/{plural}/bulk',
    id: 'bulkUpdate{plural}',
    tag: '{plural}',
    summary: 'Change all records that fit a filter, as a job',
    has: changeable,
    once: 'kept',
    describe: ({ object }) => ({
      body: shape({ where: anyObject, q: text, ids: list(uuid), changes: ref(writeSchema(object)) }, [
        'where',
        'q',
        'ids',
      ]),
      answers: { 202: ref('Job') },
    }),
    handle: async (call) => bulk(call, call.object()),
  },
  {
    method: 'GET',
    path: '/jobs/{id}',
    id: 'readJob',
    tag: 'Jobs',
    summary: 'How far a job is, and what came of it',
    describe: () => ({ answers: { 200: ref('Job') } }),
    handle: async (call) => jobProgress(call.context, call.id()),
  },
]

async function bulk(call: Call, object: ObjectModel): Promise<unknown> {
  const { app, workspace, actor, source, context } = call
  if (!changeable(object, actor.access)) {
    throw forbidden(`Your role does not let you change many ${lowerFirst(object.pluralLabel)} at once.`)
  }
  const body = call.body()
  onlyIn(body, ['where', 'q', 'ids', 'changes'])
  const changes = objectIn(body, 'changes')
  const q = optionalText(body, 'q')
  const selection: JsonObject = {
    ...(body['ids'] == null ? {} : { ids: idsIn(body, 'ids', 10_000) }),
    ...(body['where'] == null ? {} : { where: objectIn(body, 'where') }),
    ...(q === undefined ? {} : { q }),
  }
  if (Object.keys(selection).length === 0)
    throw malformed('Say which records: “where”, “q” or “ids”; {"where":{}} means all.')
  // What is wrong with the filter or the values is said now, not by a job that fails.
  await selectIds(context, object, selection, 1)
  const { errors } = parseValues(context, object, changes)
  if (errors.length > 0) throw invalid(errors)
  if (isDryRun(call)) return performCall(call, object.name, 'bulk', { ...selection, changes })
  return app.db.transaction().execute(async (db) => {
    const ctx = contextFor(app, workspace, actor, source, { db })
    const id = await enqueueJob(ctx, 'bulk', { object: object.name, ...selection, changes })
    call.reply.code(202).header('location', `${base}/jobs/${id}`).header('rapport-change', ctx.change)
    return { id, kind: 'bulk', state: 'waiting', change: ctx.change }
  })
}

/** Each row in a transaction of its own: what is wrong with one does not stop the others. */
async function oneByOne(
  call: Call,
  object: ObjectModel,
  rows: readonly JsonObject[],
): Promise<readonly unknown[]> {
  const results: unknown[] = []
  for (const row of rows) {
    try {
      const [result] = (await performCall(
        call,
        object.name,
        'batch',
        { rows: [row] },
        { once: false },
      )) as BatchResult[]
      results.push(result)
    } catch (error) {
      const problem = problemOf(error)
      if (problem === undefined) throw error
      results.push({ status: problem.status, problem: problemDocument(problem, call.request.id) })
    }
  }
  return results
}

function rowsIn(value: unknown): readonly JsonObject[] {
  if (!Array.isArray(value) || value.length === 0)
    throw malformed('“rows” is a list of creates, updates and deletes.')
  if (value.length > mostRows)
    throw malformed(
      `A batch has at most ${mostRows.toLocaleString('en')} rows; this one has ${value.length}.`,
    )
  for (const [at, row] of value.entries()) {
    if (!isRow(row))
      throw malformed(
        `Row ${at} of the batch is none of {"create":{…}}, {"update":{"id":"…",…}} and {"delete":"<id>"}.`,
      )
  }
  return value
}

function isRow(row: unknown): row is JsonObject {
  if (!isObject(row) || Object.keys(row).length !== 1) return false
  const { create, update, delete: id } = row
  return isObject(create) || (isObject(update) && isUuid(update['id'])) || isUuid(id)
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
