declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>
  export default classes
}

declare module '@mantine/dates/styles.css'
declare module '@mantine/tiptap/styles.css'
