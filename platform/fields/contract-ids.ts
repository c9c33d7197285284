/** Ids of the records that links in samples point to. */
export const someone = '0198c5a2-7f00-7000-8000-000000000001'
export const another = '0198c5a2-7f00-7000-8000-000000000002'
