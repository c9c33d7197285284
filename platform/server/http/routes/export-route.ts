import { malformed } from '#platform/objects/problem.ts'
import { exportRecords } from '../../records/export-records.ts'
import { listRecords } from '../../records/list-records.ts'
import { inQuery } from '../describe.ts'
import { listQueryOfAddress } from '../list-query.ts'
import type { Route } from '../route.ts'
import { listParameters } from './list-routes.ts'

const types = { csv: 'text/csv; charset=utf-8', ndjson: 'application/x-ndjson' }

/** The whole list as a file, of any length: nothing of it is held in memory. */
export const exportRoute: Route = {
  method: 'GET',
  path: '/{plural}/export',
  id: 'export{plural}',
  tag: '{plural}',
  summary: 'Stream the whole filtered list as CSV or NDJSON',
  has: (object, access) => access.level(object, 'read') !== 'none' && access.action(object, 'export'),
  describe: () => ({
    parameters: [
      inQuery('format', 'CSV that the import reads back, or a record as JSON per line.', {
        type: 'string',
        enum: ['csv', 'ndjson'],
        default: 'csv',
      }),
      ...listParameters,
    ],
    type: 'text/csv',
    answers: { 200: { type: 'string' } },
  }),
  handle: async (call) => {
    const object = call.object()
    const { format = 'csv' } = call.query
    if (format !== 'csv' && format !== 'ndjson') throw malformed('Export as csv or ndjson.')
    const { where, q, sort, fields, bin } = listQueryOfAddress(call.query, object, call.workspace.model)
    const asked = { where, q, sort, fields, bin }
    const stream = await exportRecords(call.context, object.name, { format, ...asked })
    // What only the database finds wrong is said now: once the answer has begun, it could only be cut off.
    await listRecords(call.context, object.name, { ...asked, limit: 1, count: 'none' })
    const day = new Date().toISOString().slice(0, 10)
    return call.reply
      .type(types[format])
      .header('content-disposition', `attachment; filename="${object.plural}-${day}.${format}"`)
      .send(stream)
  },
}
