import { useParams } from '@tanstack/react-router'
import { useModel, useSession } from '#platform/web/data/session.ts'
import { lowerFirst } from '#platform/objects/label.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import { FormSentence } from '#platform/web/forms/form-sentence.tsx'
import { t } from '#platform/web/language/t.ts'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import { usePageTitle } from '#platform/web/ui/use-page-title.ts'
import { ColumnsStep } from './columns-step.tsx'
import { FileStep } from './file-step.tsx'
import { ProblemsStep } from './problems-step.tsx'
import { ResultStep } from './result-step.tsx'
import { StepBar } from './step-bar.tsx'
import { useImport } from './use-import.ts'
import classes from './import.module.css'

/** Brings a file in: which columns go where, what does not fit, then the import itself, which can be undone. */
export function ImportScreen() {
  const { plural = '' } = useParams({ strict: false }) as { plural?: string }
  const model = useModel()
  const session = useSession()
  const object = [...model.objects.values()].find((one) => one.plural === plural)
  usePageTitle(
    object === undefined
      ? t('Import')
      : t('Import {objects}', { objects: lowerFirst(t(object.pluralLabel)) }),
  )
  if (object === undefined || !session.may(object, 'create') || !session.mayPerform(object, 'import')) {
    return (
      <EmptyState
        icon="shield"
        title={t('Nothing can be imported here.')}
        text={t('Your role does not let you, or there is no such list.')}
      />
    )
  }
  return <ImportWizard key={object.name} object={object} />
}

function ImportWizard({ object }: { readonly object: ObjectModel }) {
  const state = useImport(object)
  const { step, preview } = state
  return (
    <div className={classes['screen']}>
      <div className={classes['inner']}>
        <h1 className={classes['title']}>
          {t('Import {objects}', { objects: lowerFirst(t(object.pluralLabel)) })}
        </h1>
        <StepBar state={state} />
        <FormSentence sentence={state.sentence} />
        {step === 'file' && <FileStep object={object} state={state} />}
        {step === 'columns' && preview !== undefined && (
          <ColumnsStep object={object} state={state} preview={preview} />
        )}
        {step === 'problems' && preview !== undefined && (
          <ProblemsStep object={object} state={state} preview={preview} />
        )}
        {step === 'import' && state.job !== undefined && (
          <ResultStep object={object} job={state.job} again={state.again} />
        )}
      </div>
    </div>
  )
}
