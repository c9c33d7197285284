import { invalid } from '#platform/objects/problem.ts'
import { rule } from '#platform/server/modules/server-module.ts'

/** An interaction has happened; what is planned is a task. */
export const interactionHasHappened = rule('interaction', { on: ['create'] }, (ctx, { after }) => {
  const hour = 3_600_000
  if (after['at'] == null || Date.parse(after['at']) <= ctx.now.getTime() + hour) return
  const message = 'This is still to come. Plan it as a task.'
  throw invalid([{ field: 'at', code: 'future', message }])
})
