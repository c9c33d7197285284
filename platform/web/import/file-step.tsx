import { Button, FileButton, Loader } from '@mantine/core'
import { FileSpreadsheet } from 'lucide-react'
import { useState, type DragEvent } from 'react'
import type { ObjectModel } from '#platform/objects/model.ts'
import { t } from '#platform/web/language/t.ts'
import type { Import } from './use-import.ts'
import classes from './import.module.css'

/** A file is dropped, chosen, or a table pasted from a spreadsheet. */
export function FileStep({ object, state }: { readonly object: ObjectModel; readonly state: Import }) {
  const [over, setOver] = useState(false)
  const take = (file: File | null | undefined) => {
    if (file !== null && file !== undefined) void state.choose(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }
  const paste = (text: string) => {
    if (text.includes('\n')) take(new File([text], t('pasted.tsv'), { type: 'text/tab-separated-values' }))
  }
  return (
    <section
      className={classes['drop']}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onPaste={(event) => paste(event.clipboardData.getData('text/plain'))}
    >
      {state.checking ? <Loader size="sm" /> : <FileSpreadsheet size={30} strokeWidth={1.4} aria-hidden />}
      <p className={classes['dropTitle']}>
        {state.checking ? t('Reading “{name}” …', { name: state.file?.name ?? '' }) : t('Drop a file here')}
      </p>
      <FileButton accept=".csv,.tsv,.txt,.ndjson,.jsonl,text/csv,text/tab-separated-values" onChange={take}>
        {(button) => (
          <Button {...button} disabled={state.checking}>
            {t('Choose a file')}
          </Button>
        )}
      </FileButton>
      <p className={classes['quiet']}>
        {t(
          'CSV, tab-separated or NDJSON, of any length. A table copied from a spreadsheet can be pasted. Nothing is written before you say so.',
        )}
      </p>
      <a className={classes['quiet']} href={exampleOf(object)} download={`${object.plural}.csv`}>
        {t('An empty file with the usual columns')}
      </a>
    </section>
  )
}

function exampleOf(object: ObjectModel): string {
  const names = object.shortForm.length > 0 ? object.shortForm : [object.title.name]
  const labels = names.flatMap((name) => object.fields.get(name)?.label ?? [])
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`${labels.map((label) => (label.includes(',') ? `"${label}"` : label)).join(',')}\n`)}`
}
