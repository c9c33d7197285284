import type { Json, JsonObject } from '#platform/objects/json.ts'
import type { App } from '../app.ts'
import type { Actor, Workspace } from '../context.ts'

/** Work that goes on after the request that asked for it. */
export interface Job {
  readonly id: string
  readonly kind: string
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  /** Shown while it runs; also what a job needs to go on after a crash. */
  readonly progress: Record<string, any>
  readonly input: JsonObject
  readonly result: Json
}

export interface JobRun {
  readonly app: App
  readonly workspace: Workspace
  /** Whoever asked for it, with the access they have now. */
  readonly actor: Actor
  readonly job: Job
  /** Aborted when the process is to end: between two steps a job throws its reason, and goes on after the next start. */
  readonly stopping?: AbortSignal
}

/** How a kind of job is done. May be run again after a crash: it goes on from its progress. */
export interface JobKind {
  readonly name: string
  readonly run: (run: JobRun) => Promise<Json>
}
