import { reader } from '#platform/web/language/reader.ts'
import { t } from '#platform/web/language/t.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import { FixText } from './fix-text.tsx'
import { FixUnmatched } from './fix-unmatched.tsx'
import type { ImportProblem } from './import-api.ts'
import type { Import } from './use-import.ts'
import classes from './import.module.css'

interface ProblemRowProps {
  readonly object: ObjectModel
  readonly problem: ImportProblem
  readonly state: Import
}

/** One cause, how many rows have it, some of them, and the fix in place. */
export function ProblemRow({ object, problem, state }: ProblemRowProps) {
  const { column, value, kind } = problem
  const field = problem.field === null ? undefined : object.fields.get(problem.field)
  const fix = (replacement: string | null) => column !== null && state.fix(column, value, replacement)
  const count = new Intl.NumberFormat(reader().locale).format(problem.rows)
  return (
    <div className={classes['problem']}>
      <div>
        <p className={classes['problemText']}>
          {column !== null && <b>{column}: </b>}
          {problem.message}{' '}
          <span className={classes['rows']}>
            {t('{rows, plural, one {in 1 row} other {in {count} rows}}', { rows: problem.rows, count })}
          </span>
        </p>
        <details className={classes['examples']}>
          <summary>{t('Examples')}</summary>
          <pre>{problem.examples.map((one) => `${one.row}: ${one.text}`).join('\n')}</pre>
        </details>
      </div>
      {column !== null && kind === 'unmatched' && field !== undefined && (
        <FixUnmatched field={field} problem={problem} onFix={fix} />
      )}
      {column !== null && (kind === 'invalid' || kind === 'missing') && (
        <FixText problem={problem} onFix={fix} required={field?.options.required === true} />
      )}
      {(column === null || kind === 'duplicate') && (
        <p className={classes['quiet']}>{t('These rows are set aside.')}</p>
      )}
    </div>
  )
}
