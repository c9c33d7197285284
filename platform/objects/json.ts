export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
export type JsonObject = { readonly [key: string]: Json }
/** The JSON form of a filter, see docs/filter-language.md. */
export type FilterJson = JsonObject
