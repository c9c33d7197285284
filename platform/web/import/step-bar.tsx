import { t } from '#platform/web/language/t.ts'
import type { Import, Step } from './use-import.ts'
import classes from './import.module.css'

const steps: readonly { readonly step: Step; readonly label: string }[] = [
  { step: 'file', label: 'File' },
  { step: 'columns', label: 'Columns' },
  { step: 'problems', label: 'Check' },
  { step: 'import', label: 'Import' },
]

/** Where one is; what has been done can be gone back to until the import runs. */
export function StepBar({ state }: { readonly state: Import }) {
  const now = steps.findIndex((one) => one.step === state.step)
  return (
    <ol className={classes['steps']}>
      {steps.map(({ step, label }, at) => (
        <li
          key={step}
          aria-current={at === now ? 'step' : undefined}
          className={classes['step']}
          data-done={at < now || undefined}
        >
          <button
            type="button"
            disabled={at >= now || state.step === 'import'}
            onClick={() => state.setStep(step)}
          >
            <span className={classes['stepNumber']}>{at + 1}</span> {t(label)}
          </button>
        </li>
      ))}
    </ol>
  )
}
