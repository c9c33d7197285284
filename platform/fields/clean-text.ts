import type { Json } from '#platform/objects/json.ts'
import { Unfit } from './kind.ts'

/** Nothing was given: no value, or nothing but spaces. */
export function isBlank(input: unknown): input is null | undefined {
  return input === null || input === undefined || (typeof input === 'string' && input.trim() === '')
}

/** What PostgreSQL can hold: no NUL and no half of a surrogate pair. */
export function cleanText(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed()
}

/** One line: breaks and tabs become spaces. */
export function oneLine(text: string): string {
  return cleanText(text)
    .replaceAll(/[\r\n\t\u2028\u2029]+/g, ' ')
    .trim()
}

/** A given text, or a number as text. @throws Unfit with the sentence when it is neither */
export function textOf(input: Json, sentence = 'Give a text.'): string {
  if (typeof input === 'number' && Number.isFinite(input)) return String(input)
  if (typeof input !== 'string') throw new Unfit(sentence)
  return input
}

/** @throws Unfit when the text has more characters than that */
export function atMost(text: string, max: number): string {
  if (text.length <= max) return text
  throw new Unfit(`Use at most ${max} characters; this has ${text.length}.`, 'too_long')
}

/** The given text inside a sentence, shortened. */
export function quoted(text: string): string {
  return `“${text.length > 40 ? `${text.slice(0, 39).toWellFormed()}…` : text}”`
}
