/** `my "table"` → `"my ""table"""`. Names in DDL cannot be parameters. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

export const literal = (text: string): string => {
  const body = text.replaceAll("'", "''")
  return text.includes('\\') ? `E'${body.replaceAll('\\', '\\\\')}'` : `'${body}'`
}

export const qualified = (schema: string, name: string): string => `${quoted(schema)}.${quoted(name)}`
