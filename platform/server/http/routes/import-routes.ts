import { createReadStream, existsSync } from 'node:fs'
import type { Readable } from 'node:stream'
import type { JsonObject } from '#platform/objects/json.ts'
import { lowerFirst } from '#platform/objects/label.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import { forbidden, malformed, notFound, Problem } from '#platform/objects/problem.ts'
import { keepFile, rejectedPath } from '../../import/import-files.ts'
import { previewOf, startImport } from '../../import/start-import.ts'
import { jobProgress } from '../../jobs/job-progress.ts'
import type { Call } from '../call.ts'
import { anyObject, inQuery, ref, shape, text } from '../describe.ts'
import { base, type Route } from '../route.ts'

const has: NonNullable<Route['has']> = (object, access) =>
  access.level(object, 'create') !== 'none' && access.action(object, 'import')

const file = { type: 'string', format: 'binary' }
const bodies = {
  'text/csv': file,
  'application/x-ndjson': file,
  'multipart/form-data': shape({ file, options: text }, ['options']),
}
const plan = shape(
  {
    file: text,
    dialect: anyObject,
    mapping: anyObject,
    fixes: anyObject,
    key: text,
    existing: text,
    duplicates: text,
    constants: anyObject,
  },
  ['dialect', 'mapping', 'fixes', 'key', 'existing', 'duplicates', 'constants'],
)
const parameters = ['mapping', 'fixes', 'dialect', 'constants', 'key', 'existing', 'duplicates'].map((name) =>
  inQuery(
    name,
    `\`${name}\` of the plan${name === 'key' || name === 'existing' || name === 'duplicates' ? '' : ', as JSON'}, where the body is the file itself.`,
  ),
)

/** Files of any length: looked at first, then taken in as a job. */
export const importRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/{plural}/import/preview',
    id: 'previewImport{plural}',
    tag: '{plural}',
    summary: 'What an import of this file would do; nothing is written',
    reads: 'raw',
    has,
    describe: () => ({
      parameters,
      content: { ...bodies, 'application/json': plan },
      answers: { 200: anyObject },
    }),
    handle: async (call) => {
      const { app, workspace, actor } = call
      const object = importable(call)
      return previewOf({ app, workspace, actor, object, ...(await asked(call)) })
    },
  },
  {
    method: 'POST',
    path: '/{plural}/import',
    id: 'import{plural}',
    tag: '{plural}',
    summary: 'Import a CSV or NDJSON file as a job',
    reads: 'raw',
    has,
    describe: () => ({
      parameters,
      content: { ...bodies, 'application/json': plan },
      answers: { 202: ref('Job') },
    }),
    handle: async (call) => {
      const { app, workspace, actor, reply } = call
      const object = importable(call)
      const { job, change } = await startImport({ app, workspace, actor, object, ...(await asked(call)) })
      reply.code(202).header('location', `${base}/jobs/${job}`).header('rapport-change', change)
      return { id: job, job, kind: 'import', state: 'waiting', change }
    },
  },
  {
    method: 'GET',
    path: '/jobs/{id}/rejected',
    id: 'readRejectedRows',
    tag: 'Jobs',
    summary: 'The rows that an import could not take, with the reason for each, as CSV',
    describe: () => ({ type: 'text/csv', answers: { 200: file } }),
    handle: async (call) => {
      const { id } = await jobProgress(call.context, call.id())
      const path = rejectedPath(call.app, call.workspace, id)
      if (!existsSync(path)) throw notFound('file of rejected rows')
      return call.reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="rejected-rows.csv"')
        .send(createReadStream(path))
    },
  },
]

/** Asked before the file is taken in: who may not import cannot fill the disk. @throws Problem 403, 404 */
function importable(call: Call): ObjectModel {
  const object = call.object()
  if (has(object, call.actor.access)) return object
  throw forbidden(`Your role does not let you import ${lowerFirst(object.pluralLabel)}.`)
}

/** The file and the plan: both in a form, the file as the body and the plan in the query, or a plan for a kept file. */
async function asked(call: Call): Promise<{ file: string; given: JsonObject }> {
  const { app, workspace, request } = call
  const type = request.headers['content-type'] ?? ''
  if (type.startsWith('application/json')) {
    const given = parsed(await textOf(request.raw), 'the body')
    if (typeof given['file'] !== 'string')
      throw malformed('Name the file by the id that the preview answered.')
    return { file: given['file'], given }
  }
  if (type.startsWith('multipart/form-data')) return form(call)
  const given = Object.fromEntries(
    Object.entries(call.query).map(([name, value]) => [
      name,
      isJson(name) ? parsed(String(value), name) : String(value),
    ]),
  )
  return { file: await keepFile(app, workspace, request.raw), given }
}

const isJson = (name: string): boolean => ['mapping', 'fixes', 'dialect', 'constants'].includes(name)

async function form({ app, workspace, request }: Call): Promise<{ file: string; given: JsonObject }> {
  let [kept, given]: [string | undefined, JsonObject] = [undefined, {}]
  for await (const part of request.parts()) {
    if (part.type === 'field' && part.fieldname === 'options') given = parsed(String(part.value), 'options')
    if (part.type !== 'file') continue
    kept = await keepFile(app, workspace, part.file)
    if (part.file.truncated)
      throw new Problem({
        status: 413,
        code: 'too_large',
        detail: 'The file is larger than a form may send; send it as the body itself.',
      })
  }
  const file = kept ?? given['file']
  if (typeof file !== 'string') throw malformed('Send the file as a part of the form.')
  return { file, given }
}

async function textOf(stream: Readable): Promise<string> {
  let text = ''
  for await (const chunk of stream) {
    text += String(chunk)
    if (text.length > 1_000_000)
      throw new Problem({ status: 413, code: 'too_large', detail: 'A plan is at most a megabyte.' })
  }
  return text
}

function parsed(said: string, name: string): JsonObject {
  try {
    const value: unknown = JSON.parse(said)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject
  } catch {
    // said below
  }
  throw malformed(`${name} is not a JSON object.`)
}
