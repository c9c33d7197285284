import { Problem } from '#platform/objects/problem.ts'
import type { Link } from '#platform/objects/define-object.ts'
import { t } from '#platform/web/language/t.ts'

/**
 * Sends a file and tells how far it is (0 to 1). By XMLHttpRequest, since fetch cannot tell.
 *
 * @throws Problem
 */
export function upload(file: File, onProgress: (done: number) => void): Promise<Link> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const body = new FormData()
    body.append('file', file, file.name)
    request.open('POST', '/api/v1/files')
    request.responseType = 'json'
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total)
    request.onerror = () =>
      reject(
        new Problem({
          status: 0,
          code: 'offline',
          detail: t('The file did not arrive. Check the connection and try again.'),
        }),
      )
    request.onload = () => {
      const answer = request.response as { id?: string; name?: string; detail?: string; code?: string } | null
      if (request.status < 300 && answer?.id !== undefined)
        return resolve({ id: answer.id, title: answer.name ?? file.name })
      const detail = answer?.detail ?? t('The server did not take the file.')
      reject(new Problem({ status: request.status, code: answer?.code ?? 'unknown', detail }))
    }
    request.send(body)
  })
}

export const contentOf = (id: string): string => `/api/v1/files/${id}/content`
