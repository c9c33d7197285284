import { useRef, useState } from 'react'
import type { ObjectModel } from '#platform/objects/model.ts'
import { sentenceOf } from '#platform/web/data/messages-of.ts'
import { previewImport, startImport, type ImportPlan, type ImportPreview } from './import-api.ts'
import { remember, rememberedFor } from './remembered-fixes.ts'

export type Step = 'file' | 'columns' | 'problems' | 'import'

const nothing: ImportPlan = { fixes: {}, key: null, existing: 'update', duplicates: 'reject', constants: {} }

/** The state of an import: the file, what was decided about it, what would come of it. */
export function useImport(object: ObjectModel) {
  const [step, setStep] = useState<Step>('file')
  const [file, setFile] = useState<File>()
  const [preview, setPreview] = useState<ImportPreview>()
  const [plan, setPlan] = useState<ImportPlan>(nothing)
  const [checking, setChecking] = useState(false)
  const [sentence, setSentence] = useState<string>()
  const [job, setJob] = useState<string>()
  const [wasRemembered, setWasRemembered] = useState(false)
  const asked = useRef<AbortController>(undefined)
  const soon = useRef<ReturnType<typeof setTimeout>>(undefined)

  /** Only the answer to the last question counts. */
  const look = async (source: File | string, next: ImportPlan | null): Promise<ImportPreview | undefined> => {
    asked.current?.abort()
    const mine = new AbortController()
    asked.current = mine
    setChecking(true)
    setSentence(undefined)
    try {
      const found = await previewImport(object, source, next, mine.signal)
      if (mine.signal.aborted) return undefined
      setPreview(found)
      return found
    } catch (error) {
      if (!mine.signal.aborted) setSentence(sentenceOf(error))
      return undefined
    } finally {
      if (asked.current === mine) setChecking(false)
    }
  }
  const choose = async (chosen: File) => {
    setFile(chosen)
    const found = await look(chosen, null)
    if (found === undefined) return
    const before = rememberedFor(
      object.name,
      found.columns.map((column) => column.header),
    )
    const guessed = Object.fromEntries(found.columns.map((column) => [column.header, column.field]))
    const next: ImportPlan = { ...nothing, dialect: found.dialect, mapping: guessed, ...before }
    setPlan(next)
    setWasRemembered(before !== null)
    setStep('columns')
    if (before !== null) await look(found.file, next)
  }
  const change = (part: Partial<ImportPlan>) => {
    if (preview === undefined) return
    const next = { ...plan, ...part }
    setPlan(next)
    setChecking(true)
    // Not at each letter that is typed.
    clearTimeout(soon.current)
    soon.current = setTimeout(() => void look(preview.file, next), 250)
  }
  /** Another reading of the file gives other columns, so their mapping is guessed anew. */
  const reread = async (dialect: NonNullable<ImportPlan['dialect']>) => {
    if (preview === undefined) return
    const { mapping: _old, ...rest } = plan
    const found = await look(preview.file, { ...rest, dialect })
    if (found !== undefined)
      setPlan({
        ...rest,
        dialect,
        mapping: Object.fromEntries(found.columns.map((column) => [column.header, column.field])),
      })
  }
  const fix = (column: string, value: string, replacement: string | null | undefined) => {
    const { [value]: _before, ...others } = plan.fixes[column] ?? {}
    change({
      fixes: {
        ...plan.fixes,
        [column]: replacement === undefined ? others : { ...others, [value]: replacement },
      },
    })
  }
  const start = async () => {
    if (preview === undefined) return
    setSentence(undefined)
    setChecking(true)
    try {
      remember(
        object.name,
        preview.columns.map((column) => column.header),
        plan,
      )
      const started = await startImport(object, preview.file, plan)
      setJob(started.job)
      setStep('import')
    } catch (error) {
      setSentence(sentenceOf(error))
    } finally {
      setChecking(false)
    }
  }
  const again = () => {
    setStep('file')
    setFile(undefined)
    setPreview(undefined)
    setPlan(nothing)
    setJob(undefined)
    setSentence(undefined)
  }
  return {
    step,
    setStep,
    file,
    preview,
    plan,
    checking,
    sentence,
    job,
    wasRemembered,
    choose,
    change,
    reread,
    fix,
    start,
    again,
  }
}

export type Import = ReturnType<typeof useImport>
