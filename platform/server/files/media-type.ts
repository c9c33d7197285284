/**
 * Media type of a content by its first bytes. The name's ending decides only among types that no browser runs, so a
 * page named `.png` stays a page, and is never shown.
 */
export function mediaType(head: Buffer, name: string): string {
  const text = head.toString('latin1')
  const bySignature = signatures.find(([pattern]) => pattern.test(text))?.[1]
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  if (bySignature === 'application/zip') return zipped[ending] ?? bySignature
  if (bySignature !== undefined) return bySignature
  return isText(head) ? (texts[ending] ?? 'text/plain') : 'application/octet-stream'
}

/** Pictures that browsers only draw; SVG is not among them, it may hold scripts. */
export const drawable = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'])

const signatures: readonly (readonly [RegExp, string])[] = [
  [/^\x89PNG\r\n\x1a\n/, 'image/png'],
  [/^\xff\xd8\xff/, 'image/jpeg'],
  [/^GIF8[79]a/, 'image/gif'],
  [/^RIFF[\s\S]{4}WEBP/, 'image/webp'],
  [/^[\s\S]{4}ftypavif/, 'image/avif'],
  [/^%PDF-/, 'application/pdf'],
  [/^PK\x03\x04/, 'application/zip'],
  [/^\x1f\x8b/, 'application/gzip'],
  [/^[\s\S]{4}ftyp/, 'video/mp4'],
  [/^(ID3|\xff[\xfb\xf3\xf2])/, 'audio/mpeg'],
  [/^OggS/, 'audio/ogg'],
  [/^\xd0\xcf\x11\xe0/, 'application/x-ole-storage'],
  [/^\s*(<!--[\s\S]*?-->\s*)*(<\?xml[\s\S]{0,1000}?)?<svg[\s>]/i, 'image/svg+xml'],
  [/^\s*(<!--[\s\S]*?-->\s*)*<(!doctype html|html|head|body|script)[\s>]/i, 'text/html'],
]

const office = 'application/vnd.openxmlformats-officedocument'
const zipped: Readonly<Record<string, string>> = {
  docx: `${office}.wordprocessingml.document`,
  xlsx: `${office}.spreadsheetml.sheet`,
  pptx: `${office}.presentationml.presentation`,
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
}

const texts: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  ics: 'text/calendar',
  vcf: 'text/vcard',
  json: 'application/json',
  eml: 'message/rfc822',
  md: 'text/markdown',
}

function isText(head: Buffer): boolean {
  if (head.includes(0)) return false
  const text = head.toString('utf8')
  // The last letter may be cut in the middle.
  return !text.slice(0, -1).includes('\ufffd')
}
