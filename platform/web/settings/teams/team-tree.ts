import type { AnyRecord } from '#platform/web/data/client.ts'

export interface TeamNode {
  readonly team: AnyRecord
  readonly depth: number
}

/** Teams in the order of the tree, each below the one it is part of. A circle's teams stand at the top. */
export function teamTree(teams: readonly AnyRecord[]): readonly TeamNode[] {
  const ids = new Set(teams.map((team) => team.id))
  const parentOf = (team: AnyRecord): string | null => {
    const id = (team['parent'] as { id?: string } | null)?.id ?? null
    return id !== null && ids.has(id) ? id : null
  }
  const placed = new Set<string>()
  const below = (parent: string | null, depth: number): TeamNode[] =>
    teams
      .filter((team) => parentOf(team) === parent && !placed.has(team.id))
      .flatMap((team) => {
        placed.add(team.id)
        return [{ team, depth }, ...below(team.id, depth + 1)]
      })
  const tree = below(null, 0)
  return [...tree, ...teams.filter((team) => !placed.has(team.id)).map((team) => ({ team, depth: 0 }))]
}
