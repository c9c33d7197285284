import { rule } from '#platform/server/modules/server-module.ts'

/** A new opportunity without a name is called after what is sold to whom: “GTX Pro for Cancity”. */
export const unnamedOpportunityIsNamed = rule('opportunity', { on: ['create'] }, async (ctx, { after }) => {
  if (after['name'] != null) return
  const sold = await titleOf(after['product'], (id) => ctx.read('product', id, ['name']))
  const to = await titleOf(after['company'] ?? after['person'], (id) =>
    ctx.read(after['company'] == null ? 'person' : 'company', id, ['name']),
  )
  const name = [sold, to].filter((part) => part !== null).join(' for ')
  return name === '' ? undefined : { name }

  async function titleOf(
    id: unknown,
    read: (id: string) => Promise<Readonly<Record<string, any>>>,
  ): Promise<string | null> {
    if (typeof id !== 'string') return null
    const key = `title ${id}`
    if (!ctx.memo.has(key)) ctx.memo.set(key, String((await read(id))['name'] ?? ''))
    return (ctx.memo.get(key) as string) || null
  }
})
