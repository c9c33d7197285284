import { Button } from '@mantine/core'
import type { ObjectModel } from '#platform/objects/model.ts'
import { t } from '#platform/web/language/t.ts'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import { Counts } from './counts.tsx'
import type { ImportPreview } from './import-api.ts'
import { ProblemRow } from './problem-row.tsx'
import { SettledFixes } from './settled-fixes.tsx'
import type { Import } from './use-import.ts'
import classes from './import.module.css'

interface ProblemsStepProps {
  readonly object: ObjectModel
  readonly state: Import
  readonly preview: ImportPreview
}

/** What does not fit, by cause, with a way to mend it for all its rows; then the import. */
export function ProblemsStep({ object, state, preview }: ProblemsStepProps) {
  const { problems, counts } = preview
  const taken = counts.create + counts.update
  return (
    <>
      {problems.length === 0 && (
        <EmptyState
          icon="circle-check"
          title={t('Everything fits.')}
          text={t('Nothing has been written yet.')}
        />
      )}
      {problems.length > 0 && (
        <p className={classes['quiet']}>
          {t(
            'Mend a cause once and all its rows are in. What you leave is set aside in a file that you can correct and import later.',
          )}
        </p>
      )}
      <SettledFixes object={object} state={state} />
      <div>
        {problems.map((problem) => (
          <ProblemRow key={problem.id} object={object} problem={problem} state={state} />
        ))}
      </div>
      <div className={classes['foot']}>
        <Counts preview={preview} busy={state.checking} />
        <div className={classes['end']}>
          <Button variant="default" onClick={() => state.setStep('columns')}>
            {t('Back')}
          </Button>
          <Button loading={state.checking} disabled={taken === 0} onClick={() => void state.start()}>
            {t('Import {count, plural, one {# row} other {# rows}}', { count: taken })}
          </Button>
        </div>
      </div>
    </>
  )
}
