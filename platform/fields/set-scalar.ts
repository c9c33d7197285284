/** What stands for a set where one scalar is asked for; nobody sorts by it. */
export const setScalar = (values: readonly string[]): string => values.join('\u0001')
