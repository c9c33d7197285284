import type { Kysely } from 'kysely'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import type { DeclaredObject } from '#platform/objects/build-model.ts'
import type { ActionDeclaration } from '#platform/objects/define-action.ts'
import type { Workspace } from './context.ts'
import type { Deed, Reaction, Rule, ServerModule } from './modules/server-module.ts'
import type { LogStream } from './reactions/log-stream.ts'

/** One running installation: what every request, job and reaction of this process shares. */
export interface App {
  readonly db: Kysely<any>
  readonly pool: Pool
  /** Connection string, for the listener and for jobs. */
  readonly url: string
  readonly modules: readonly ServerModule[]
  readonly declared: readonly DeclaredObject[]
  readonly actions: readonly ActionDeclaration[]
  readonly rules: ReadonlyMap<string, readonly Rule[]>
  /** By object and name: `opportunity.win`. */
  readonly deeds: ReadonlyMap<string, Deed>
  readonly reactions: readonly Reaction[]
  readonly logger: Logger
  /** Folder for files and secrets. */
  readonly files: string
  /** Log entries of all workspaces as they become readable. */
  readonly stream: LogStream
  /** @throws Problem 404 */
  workspace(slug: string): Promise<Workspace>
  workspaces(): Promise<readonly Workspace[]>
  close(): Promise<void>
}
