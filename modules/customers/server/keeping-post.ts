import type { Context } from '#platform/server/context.ts'

/**
 * Person and primary position keep each other equal. Whichever is changed first changes the other; this marks the
 * person meanwhile, so that the other does not answer by changing the first again.
 */
export async function keepingPost(ctx: Context, person: string, work: () => Promise<unknown>): Promise<void> {
  const key = keyOf(person)
  ctx.memo.set(key, true)
  try {
    await work()
  } finally {
    ctx.memo.delete(key)
  }
}

export const isKeepingPost = (ctx: Context, person: string): boolean => ctx.memo.has(keyOf(person))

const keyOf = (person: string): string => `customers.keeping_post.${person}`
