import { createContext, useContext } from 'react'
import type { Link } from '#platform/objects/define-object.ts'
import type { Json } from '#platform/objects/json.ts'
import type { ObjectModel } from '#platform/objects/model.ts'

/** Opens the short form of an object; gives what was made, or null when the person thought better of it. */
export type Create = (object: ObjectModel, values?: Readonly<Record<string, Json>>) => Promise<Link | null>

export const CreateContext = createContext<Create | null>(null)

/** Null where nothing can be created, outside of a `CreateProvider`. */
export const useCreate = (): Create | null => useContext(CreateContext)
