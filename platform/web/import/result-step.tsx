import { Alert, Button, Progress } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { lowerFirst } from '#platform/objects/label.ts'
import type { ObjectModel } from '#platform/objects/model.ts'
import { client } from '#platform/web/data/client.ts'
import { sentenceOf } from '#platform/web/data/messages-of.ts'
import { queryClient } from '#platform/web/data/query-client.ts'
import { reader } from '#platform/web/language/reader.ts'
import { t } from '#platform/web/language/t.ts'
import type { ImportJob } from './import-api.ts'
import classes from './import.module.css'

interface ResultStepProps {
  readonly object: ObjectModel
  readonly job: string
  readonly again: () => void
}

/** How far the import is; then what came of it, what was set aside, and the way back. */
export function ResultStep({ object, job: id, again }: ResultStepProps) {
  const { data: job } = useQuery({
    queryKey: ['job', id],
    queryFn: async () => (await client.request<ImportJob>('GET', `/jobs/${id}`)).body,
    refetchInterval: (query) => (over(query.state.data) ? false : 500),
  })
  const [undone, setUndone] = useState<'asked' | 'running' | 'done'>()
  const [sentence, setSentence] = useState<string>()
  const finished = over(job)
  useEffect(() => {
    if (finished) void queryClient.invalidateQueries({ queryKey: ['records'] })
  }, [finished])
  const {
    read = 0,
    created = 0,
    changed = 0,
    unchanged = 0,
    skipped = 0,
    rejected = 0,
    total = null,
    errors = [],
  } = job?.progress ?? {}
  const number = (count: number): string => new Intl.NumberFormat(reader().locale).format(count)
  const change = job?.result?.change

  const undo = async () => {
    if (change === undefined) return
    setUndone('running')
    try {
      await client.undo(change)
      setUndone('done')
      void queryClient.invalidateQueries({ queryKey: ['records'] })
    } catch (error) {
      setUndone(undefined)
      setSentence(sentenceOf(error))
    }
  }
  const lines = [
    { count: created, label: t('created') },
    { count: changed, label: t('changed') },
    { count: unchanged, label: t('unchanged') },
    { count: skipped, label: t('left out') },
    { count: rejected, label: t('set aside') },
  ].filter(({ count }) => count > 0)
  const title =
    undone === 'done'
      ? t('The import has been undone')
      : job?.state === 'failed'
        ? t('The import stopped')
        : finished
          ? t('The import is done')
          : t('Importing …')
  return (
    <section>
      <h2 style={{ margin: '0 0 10px', fontSize: '1rem' }}>{title}</h2>
      {!finished && (
        <>
          <Progress
            value={total === null || total === 0 ? 100 : (read / total) * 100}
            animated={total === null}
            aria-label={t('Progress')}
            mb="xs"
          />
          <p className={classes['quiet']}>
            {t('{read} rows read. You can leave this page; the import goes on.', { read: number(read) })}
          </p>
        </>
      )}
      {job?.state === 'failed' && (
        <Alert color="red" variant="light" mb="sm">
          {job.error?.detail ??
            job.result?.detail ??
            t('Something went wrong on our side. What was imported before stays and can be undone.')}
        </Alert>
      )}
      {sentence !== undefined && (
        <Alert color="red" variant="light" mb="sm" role="alert">
          {sentence}
        </Alert>
      )}
      <div className={classes['counts']}>
        {lines.map(({ count, label }) => (
          <span key={label}>
            <b>{number(count)}</b> {label}
          </span>
        ))}
      </div>
      {finished && rejected > 0 && (
        <Alert
          color="yellow"
          variant="light"
          mt="md"
          title={t('{rejected, plural, one {One row was set aside} other {{count} rows were set aside}}', {
            rejected,
            count: number(rejected),
          })}
        >
          {errors.slice(0, 5).map((error) => (
            <div key={error.row}>{t('Row {row}: {message}', { row: error.row, message: error.message })}</div>
          ))}
          <Button
            mt={8}
            component="a"
            href={job?.result?.rejected_file ?? `/api/v1/jobs/${id}/rejected`}
            download
          >
            {t('Download these rows')}
          </Button>
        </Alert>
      )}
      {finished && (
        <div className={classes['foot']} style={{ marginTop: 20 }}>
          <Button component={Link} to={`/${object.plural}`}>
            {t('Show {objects}', { objects: lowerFirst(t(object.pluralLabel)) })}
          </Button>
          <Button variant="default" onClick={again}>
            {t('Import another file')}
          </Button>
          {change !== undefined && undone !== 'done' && (
            <Button
              variant="subtle"
              color="red"
              loading={undone === 'running'}
              onClick={() => (undone === 'asked' ? void undo() : setUndone('asked'))}
            >
              {undone === 'asked' ? t('Undo all of it: sure?') : t('Undo this import')}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}

const over = (job: ImportJob | undefined): boolean =>
  job !== undefined && job.state !== 'waiting' && job.state !== 'running'
