/** How sure a deal is counted on: from “not yet” to “ours”. */
export const forecastCategories = ['omitted', 'pipeline', 'best_case', 'commit', 'closed'] as const
