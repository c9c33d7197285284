import type { ObjectModel } from '#platform/objects/model.ts'
import { Problem } from '#platform/objects/problem.ts'
import { isOver, jobQuery, keyOf, type Job } from '#platform/web/data/queries.ts'
import { queryClient } from '#platform/web/data/query-client.ts'
import { complain, offerUndo } from '#platform/web/data/undo.tsx'
import { t } from '#platform/web/language/t.ts'
import { hideToast, showToast } from '#platform/web/ui/toast.ts'
import { JobProgress } from './job-progress.tsx'

/** Shows how far long work is, in a toast that may be left alone, and says when it is done. */
export function followJob(object: ObjectModel, job: string, change: string | null, sentence: string): void {
  const id = `job-${job}`
  const finish = (over: Job): void => {
    hideToast(id)
    void queryClient.invalidateQueries({ queryKey: keyOf(object) })
    if (over.state === 'done') return offerUndo(over.result?.change ?? change, sentence)
    complain(
      new Problem({
        status: 500,
        code: 'job',
        detail: over.result?.detail ?? t('The work was stopped; nothing was changed.'),
      }),
    )
  }
  showToast({
    id,
    message: <JobProgress job={job} over={finish} />,
    autoClose: false,
    withCloseButton: true,
    loading: true,
  })
  void queryClient.prefetchQuery(jobQuery(job)).then(() => {
    const first = queryClient.getQueryData<Job>(jobQuery(job).queryKey)
    if (isOver(first)) finish(first!)
  })
}
