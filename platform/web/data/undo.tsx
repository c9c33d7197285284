import { t } from '#platform/web/language/t.ts'
import { hideToast, showToast } from '#platform/web/ui/toast.ts'
import { UndoToast } from '#platform/web/ui/undo-toast.tsx'
import { client } from './client.ts'
import { sentenceOf } from './messages-of.ts'
import { queryClient } from './query-client.ts'

/** Changes made on this screen, the last one last. */
const made: string[] = []
const own = new Set<string>()

/** Whether a change that the live stream tells of was made here. */
export const isOwnChange = (change: string): boolean => own.has(change)

/** Remembers a change for Ctrl+Z and says in a toast what was done, with the way back. */
export function offerUndo(change: string | null, sentence: string): void {
  if (change === null) return say(sentence)
  made.push(change)
  own.add(change)
  const id = `undo-${change}`
  const undo = (): void => {
    hideToast(id)
    void undoChange(change)
  }
  showToast({
    id,
    message: <UndoToast sentence={sentence} undo={undo} />,
    withCloseButton: false,
    autoClose: 7000,
  })
}

/** Takes back the last change that was made on this screen. */
export async function undoLast(): Promise<void> {
  const last = made.at(-1)
  if (last === undefined) return say(t('There is nothing to undo.'))
  hideToast(`undo-${last}`)
  await undoChange(last)
}

async function undoChange(change: string): Promise<void> {
  const at = made.lastIndexOf(change)
  if (at >= 0) made.splice(at, 1)
  try {
    const done = await client.undo(change)
    if (done.change !== null) own.add(done.change)
    await queryClient.invalidateQueries({ queryKey: ['records'] })
    say(t('Undone.'))
  } catch (error) {
    complain(error)
  }
}

export function say(sentence: string): void {
  showToast({ message: sentence, withCloseButton: false, autoClose: 3500 })
}

export function complain(error: unknown): void {
  showToast({ message: sentenceOf(error), color: 'red', autoClose: 9000, role: 'alert' })
}
