import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { contextFor, systemActor } from '#platform/server/actions/context-for.ts'
import { exportRecords, type ExportQuery } from '#platform/server/records/export-records.ts'
import { UsageError, type Command } from '../command.ts'
import { withInstallation } from '../installation.ts'
import { oneWorkspace } from '../one-workspace.ts'

const text = { type: 'string' } as const

export const command: Command = {
  usage: [
    'export PLURAL [--format csv|ndjson] [--where JSON] [--fields a,b] [--sort field] [--out FILE] [--workspace SLUG]',
  ],
  help: [
    'PLURAL is the object as in addresses: companies, people, opportunities … Filters are written as in the API.',
  ],
  run: async (args, { env, note }) => {
    const options = { format: text, where: text, fields: text, sort: text, out: text, workspace: text }
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [plural, ...more] = positionals
    if (plural === undefined || more.length > 0)
      throw new UsageError('Say what to export, such as “companies”.')
    const format = values.format ?? (values.out?.endsWith('.ndjson') === true ? 'ndjson' : 'csv')
    if (format !== 'csv' && format !== 'ndjson') throw new UsageError('--format is csv or ndjson.')
    const asked: ExportQuery = {
      format,
      ...(values.where === undefined ? {} : { where: json(values.where) }),
      ...(values.fields === undefined ? {} : { fields: values.fields.split(',').map((name) => name.trim()) }),
      ...(values.sort === undefined ? {} : { sort: values.sort }),
    }
    await withInstallation(env, async ({ app }) => {
      const workspace = await oneWorkspace(app, values.workspace)
      const object = workspace.model.byPlural(plural)
      const records = await exportRecords(
        contextFor(app, workspace, systemActor(workspace), 'command'),
        object.name,
        asked,
      )
      if (values.out === undefined) return pipeline(records, process.stdout, { end: false })
      await intoFile(records, values.out)
      note(`Wrote ${object.pluralLabel} to ${values.out}.`)
    })
  },
}

function json(given: string): NonNullable<ExportQuery['where']> {
  try {
    return JSON.parse(given) as NonNullable<ExportQuery['where']>
  } catch {
    throw new UsageError('--where is no JSON, such as \'{"city":"Berlin"}\'.')
  }
}

/** Under its name only when it is whole. */
async function intoFile(content: NodeJS.ReadableStream, path: string): Promise<void> {
  const unfinished = `${path}.unfinished`
  try {
    await pipeline(content, createWriteStream(unfinished))
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}
