import { performAction } from '../../actions/perform-action.ts'
import { fullAccess } from '../../access/role-access.ts'
import { openFile, storeFile } from '../../files/file-store.ts'
import { drawable } from '../../files/media-type.ts'
import type { JsonObject } from '#platform/objects/json.ts'
import { forbidden, malformed, Problem } from '#platform/objects/problem.ts'
import { recordSchema, ref, shape } from '../describe.ts'
import type { Call } from '../call.ts'
import { etag } from '../perform-call.ts'
import { base, type Route } from '../route.ts'

const tag = 'Files'

/** Contents of files. Their records (name, size, owner) are an ordinary object. */
export const fileRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/files',
    id: 'uploadFile',
    tag,
    summary: 'Upload one file',
    reads: 'raw',
    of: 'file',
    describe: ({ model }) => ({
      content: { 'multipart/form-data': shape({ file: { type: 'string', format: 'binary' } }) },
      answers: { 201: ref(recordSchema(model.object('file'))) },
    }),
    handle: async (call) => {
      const object = call.workspace.model.object('file')
      if (call.actor.access.level(object, 'create') === 'none')
        throw forbidden('Your role does not let you add files.')
      const part = await call.request.file()
      if (part === undefined) throw malformed('Send the file as a part of multipart/form-data.')
      const name =
        (part.filename ?? '')
          .replaceAll(/[\u0000-\u001f/\\]/g, ' ')
          .trim()
          .slice(-200) || 'file'
      const { sha256, size, mediaType } = await storeFile(call.app.files, part.file, name)
      if (part.file.truncated)
        throw new Problem({
          status: 413,
          code: 'too_large',
          detail: 'The file is larger than is allowed here.',
        })
      const record = await fileRecord(call, { name, media_type: mediaType, size, sha256 })
      call.reply
        .code(201)
        .header('location', `${base}/files/${record.id}`)
        .header('etag', etag(record.version))
      return record
    },
  },
  {
    method: 'GET',
    path: '/files/{id}/content',
    id: 'readFileContent',
    tag,
    summary: 'Download a file',
    of: 'file',
    describe: () => ({ type: '*/*', answers: { 200: { type: 'string', format: 'binary' } } }),
    handle: async (call) => {
      const { context, reply, request } = call
      // Access is that of the record.
      const record = await context.read('file', call.id(), ['name'])
      const { sha256, media_type: type } = await context
        .asSystem()
        .read('file', record.id, ['sha256', 'media_type'])
      const { stream, size } = await openFile(call.app.files, String(sha256))
      const tagOfContent = `"${String(sha256).slice(0, 32)}"`
      reply.header('etag', tagOfContent).header('cache-control', 'private, max-age=0, must-revalidate')
      if (request.headers['if-none-match'] === tagOfContent) {
        stream.destroy()
        return reply.code(304).send()
      }
      const isShown = drawable.has(String(type))
      return reply
        .header('content-type', isShown ? String(type) : 'application/octet-stream')
        .header('content-length', size)
        .header(
          'content-disposition',
          `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeRfc5987(String(record['name']))}`,
        )
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('cross-origin-resource-policy', 'same-origin')
        .send(stream)
    },
  },
]

/** What a content is, only the server says: those fields cannot be written through the API, so the system writes them. */
async function fileRecord(call: Call, values: JsonObject): Promise<{ id: string; version: number }> {
  const { app, workspace, actor, source, reply } = call
  const doer = { workspace, source, actor: { ...actor, kind: 'system', access: fullAccess } } as const
  const { answer, change } = await performAction(app, doer, 'file', 'create', { values })
  reply.header('rapport-change', change)
  return answer as { id: string; version: number }
}

const encodeRfc5987 = (name: string): string =>
  encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
