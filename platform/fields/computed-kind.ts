import type { FieldModel } from '#platform/objects/model.ts'
import { Unfit, type Kind } from './kind.ts'

/**
 * A kind whose values are computed: read, shown and filtered as the field that `resultOf` gives, which has the kind
 * and the options of the result.
 */
export function computedKind(
  own: Pick<Kind, 'name' | 'label' | 'icon' | 'check'>,
  resultOf: (field: FieldModel<any>) => FieldModel,
): Kind {
  const as = <Result>(field: FieldModel<any>, deed: (kind: Kind, result: FieldModel) => Result): Result => {
    const result = resultOf(field)
    return deed(result.kind, result)
  }
  return {
    ...own,
    family: 'opaque',
    computed: true,
    familyOf: (field) => as(field, (kind) => kind.family),
    parse: (input, field, context) => as(field, (kind, result) => kind.parse(input, result, context)),
    fromText() {
      throw new Unfit('This is computed and cannot be written.', 'read_only')
    },
    toText: (value, field) => as(field, (kind, result) => kind.toText(value, result)),
    format: (value, field, context) => as(field, (kind, result) => kind.format(value, result, context)),
    scalar: (value, field) => as(field, (kind, result) => kind.scalar(value, result)),
    schema: (field) => as(field, (kind, result) => kind.schema(result)),
  }
}
