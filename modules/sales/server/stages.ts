import { Problem } from '#platform/objects/problem.ts'
import type { Context } from '#platform/server/context.ts'

export interface Stage {
  readonly id: string
  readonly name: string
  readonly order: number
  readonly kind: 'open' | 'won' | 'lost'
  readonly probability: number | null
  readonly forecast_category: string | null
  readonly gate_fields: readonly string[] | null
  readonly pipeline: { readonly id: string; readonly title: string | null }
}

interface Pipeline {
  readonly id: string
  readonly name: string
  readonly active: boolean | null
}

/** Stages of all pipelines in their order, read once per change: an import of 8,000 deals asks for the same ten. */
export function allStages(ctx: Context): Promise<readonly Stage[]> {
  return once(
    ctx,
    'sales.stages',
    () => ctx.asSystem().find('stage', {}, { sort: 'order', limit: 500 }) as Promise<readonly never[]>,
  )
}

export async function stageById(ctx: Context, id: string): Promise<Stage> {
  const known = (await allStages(ctx)).find((stage) => stage.id === id)
  return known ?? ((await ctx.asSystem().read('stage', id)) as unknown as Stage)
}

/** The first stage of this kind on the board of a pipeline. @throws Problem 422 when it has none */
export async function firstStage(ctx: Context, pipeline: string, kind: Stage['kind']): Promise<Stage> {
  const found = (await allStages(ctx)).find((stage) => stage.pipeline.id === pipeline && stage.kind === kind)
  if (found !== undefined) return found
  throw new Problem({
    status: 422,
    code: 'no_stage',
    detail: `This pipeline has no stage of the kind “${kind}”. An administrator can add one.`,
  })
}

/** The pipeline taken where none is named: the first active one. @throws Problem 422 when there is none */
export async function defaultPipeline(ctx: Context): Promise<string> {
  const pipelines = await once(
    ctx,
    'sales.pipelines',
    () =>
      ctx.asSystem().find('pipeline', {}, { sort: 'order,name', limit: 500 }) as Promise<readonly never[]>,
  )
  const first = (pipelines as readonly Pipeline[]).find((pipeline) => pipeline.active !== false)
  if (first !== undefined) return first.id
  throw new Problem({
    status: 422,
    code: 'no_pipeline',
    detail: 'There is no pipeline yet. An administrator can add one with its stages.',
  })
}

function once<T>(ctx: Context, key: string, ask: () => Promise<T>): Promise<T> {
  const known = ctx.memo.get(key) as Promise<T> | undefined
  if (known !== undefined) return known
  const asked = ask()
  ctx.memo.set(key, asked)
  return asked
}
