import type { Access } from '../access/role-access.ts'
import type { JsonObject } from '#platform/objects/json.ts'
import type { FieldModel, Model, ObjectModel } from '#platform/objects/model.ts'
import { anyObject, list, recordSchema, ref, shape, text, uuid, writeSchema } from './describe.ts'

/** Schemas of an object's records as answered and as written, without what the role may not see. */
export function objectSchemas(object: ObjectModel, access: Access): Record<string, JsonObject> {
  const visible = [...object.fields.values()].filter(
    (field) => access.field(object.name, field.name) !== 'hidden',
  )
  const writable = visible.filter(
    (field) => isWritable(field) && access.field(object.name, field.name) === undefined,
  )
  return {
    [recordSchema(object)]: {
      type: 'object',
      title: object.label,
      properties: Object.fromEntries(
        visible.map((field) => [field.name, described(field, answeredSchema(field))]),
      ),
      // Every visible field is answered unless `fields` chose others.
      required: ['id'],
    },
    [writeSchema(object)]: {
      type: 'object',
      title: `${object.label}, as written`,
      properties: Object.fromEntries(
        writable.map((field) => [field.name, described(field, writtenSchema(field))]),
      ),
      additionalProperties: false,
    },
  }
}

/** Schema of a field in a body: the kind's, or null. */
export function writtenSchema(field: FieldModel): JsonObject {
  return orNull(field.kind.writeSchema?.(field) ?? field.kind.schema(field))
}

/** Fields that a new record must have and that nothing fills in. */
export function neededFields(object: ObjectModel): readonly string[] {
  return [...object.fields.values()]
    .filter(
      (field) => field.options.required === true && field.options.default === undefined && isWritable(field),
    )
    .filter((field) => field.options.visible_when === undefined)
    .map((field) => field.name)
}

const filled = new Set(['id', 'version', 'created_at', 'updated_at'])

function answeredSchema(field: FieldModel): JsonObject {
  const schema = field.kind.schema(field)
  return field.standard && filled.has(field.name) ? schema : orNull(schema)
}

function isWritable({ kind, options }: FieldModel): boolean {
  return kind.computed !== true && options.read_only !== true && options['generated'] === undefined
}

function described(field: FieldModel, schema: JsonObject): JsonObject {
  const words = [field.label, field.options.help].filter((one) => one !== undefined).join('. ')
  return { ...schema, description: words }
}

function orNull(schema: JsonObject): JsonObject {
  const { type } = schema
  if (type === undefined && Object.keys(schema).length === 0) return schema
  if (Array.isArray(type)) return type.includes('null') ? schema : { ...schema, type: [...type, 'null'] }
  // A list of allowed values must name null as well.
  if (typeof type !== 'string' || schema['enum'] !== undefined || schema['const'] !== undefined)
    return { anyOf: [schema, { type: 'null' }] }
  return { ...schema, type: [type, 'null'] }
}

/** Schemas that do not depend on the model. */
export function sharedSchemas(_model: Model): Record<string, JsonObject> {
  const link = shape({ id: uuid, title: { type: ['string', 'null'] } })
  return {
    Link: link,
    Page: shape({
      next: { type: ['string', 'null'], description: 'Cursor of the next page; null on the last.' },
      count: { type: ['integer', 'null'] },
      countIs: { type: 'string', enum: ['exact', 'estimate', 'none'] },
    }),
    LogEntry: shape({
      position: text,
      at: { type: 'string', format: 'date-time' },
      change: uuid,
      actor: { anyOf: [ref('Link'), { type: 'null' }] },
      source: text,
      object: text,
      record: ref('Link'),
      verb: text,
      changes: {
        type: 'object',
        description: 'Field → value before, value after.',
        additionalProperties: { type: 'array', items: {}, minItems: 2, maxItems: 2 },
      },
    }),
    ReportQuery: {
      type: 'object',
      required: ['object'],
      properties: {
        object: text,
        where: anyObject,
        q: text,
        group: list(
          shape({ field: text, by: { type: 'string', enum: ['day', 'week', 'month', 'quarter', 'year'] } }, [
            'by',
          ]),
        ),
        measures: list(
          shape({ fn: { type: 'string', enum: ['count', 'sum', 'avg', 'min', 'max'] }, field: text }, [
            'field',
          ]),
        ),
        sort: text,
        limit: { type: 'integer', minimum: 1, maximum: 10_000 },
      },
      additionalProperties: false,
    },
    Job: {
      type: 'object',
      properties: {
        id: uuid,
        kind: text,
        state: { type: 'string', enum: ['waiting', 'running', 'done', 'failed', 'cancelled'] },
        progress: anyObject,
        result: {},
      },
      required: ['id', 'state'],
    },
    Problem: {
      type: 'object',
      description: 'RFC 9457: what went wrong, for people (`detail`) and programs (`code`).',
      properties: {
        type: text,
        title: text,
        status: { type: 'integer' },
        code: text,
        detail: text,
        errors: list(shape({ field: text, code: text, message: text })),
        request_id: text,
      },
      required: ['type', 'title', 'status', 'code', 'detail', 'request_id'],
    },
  }
}
