import { Badge, Button, TextInput } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { Plus, Search } from 'lucide-react'
import { useState } from 'react'
import { useModel, useSession } from '#platform/web/data/session.ts'
import { fitsWords } from '#platform/web/forms/pick.ts'
import { t } from '#platform/web/language/t.ts'
import { Icon } from '#platform/web/ui/icon.tsx'
import { PageHead } from '../page-head.tsx'
import classes from '../settings.module.css'
import { NewObject } from './new-object.tsx'
import styles from './objects.module.css'

/** All that is kept, by area; an object of the firm's own is made here. */
export function ObjectList() {
  const model = useModel()
  const { modules } = useSession()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [making, setMaking] = useState(false)
  const objects = [...model.objects.values()].filter(
    (object) => typed === '' || fitsWords(`${t(object.pluralLabel)} ${object.name}`, typed),
  )
  const areas = [...new Set(objects.map((object) => object.module))]
  const label = (module: string): string =>
    t(
      modules.find((one) => one.name === module)?.label ??
        (module === 'custom' ? 'Own objects' : 'Further objects'),
    )
  return (
    <>
      <PageHead
        title={t('Objects and fields')}
        about={t(
          'What is kept here and what is known of it. Fields and objects of your own work like all others: in lists, forms, filters, imports and the API.',
        )}
      >
        <Button leftSection={<Plus size={15} />} onClick={() => setMaking(true)}>
          {t('New object')}
        </Button>
      </PageHead>
      <TextInput
        size="xs"
        w={240}
        mb="sm"
        leftSection={<Search size={14} />}
        placeholder={t('Find an object')}
        aria-label={t('Find an object')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {areas.map((area) => (
        <section key={area} className={styles['area']}>
          <h2 className={styles['areaName']}>{label(area)}</h2>
          <ul className={styles['cards']}>
            {objects
              .filter((object) => object.module === area)
              .map((object) => {
                const own = [...object.fields.values()].filter((field) => !field.standard)
                const added = own.filter((field) => field.custom).length
                return (
                  <li key={object.name}>
                    <Link to={`/settings/objects/${object.name}` as string} className={styles['card'] ?? ''}>
                      <Icon name={object.icon} size={17} />
                      <span className={styles['cardName']}>{t(object.pluralLabel)}</span>
                      {object.declaration.retired === true && (
                        <Badge size="sm" radius="sm" tt="none" fw={500} variant="light" color="gray">
                          {t('Retired')}
                        </Badge>
                      )}
                      <span className={classes['quiet']}>
                        {t('{count, plural, one {# field} other {# fields}}', { count: own.length })}
                        {added > 0 && !object.custom && t(', {added} added', { added })}
                      </span>
                    </Link>
                  </li>
                )
              })}
          </ul>
        </section>
      ))}
      {making && (
        <NewObject
          onClose={() => setMaking(false)}
          onMade={(name) => void navigate({ to: `/settings/objects/${name}` as string })}
        />
      )}
    </>
  )
}
