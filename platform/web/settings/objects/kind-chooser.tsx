import { TextInput } from '@mantine/core'
import { Search } from 'lucide-react'
import { useState } from 'react'
import type { Kind } from '#platform/fields/kind.ts'
import { kinds } from '#platform/fields/kinds.ts'
import { views } from '#platform/fields/views.tsx'
import { fitsWords } from '#platform/web/forms/pick.ts'
import { t } from '#platform/web/language/t.ts'
import { Icon } from '#platform/web/ui/icon.tsx'
import styles from './objects.module.css'

/** All kinds of fields that people can add, with what each is good for. */
export function KindChooser({ onPick }: { readonly onPick: (kind: Kind) => void }) {
  const [typed, setTyped] = useState('')
  const about = (kind: Kind): string => t(views.get(kind.name)?.about ?? '')
  const offered = [...kinds.values()].filter(
    (kind) => kind.internal !== true && (typed === '' || fitsWords(`${t(kind.label)} ${about(kind)}`, typed)),
  )
  return (
    <>
      <TextInput
        mt={3}
        mb="sm"
        leftSection={<Search size={14} />}
        placeholder={t('What kind of value? Such as “amount” or “list”')}
        aria-label={t('Find a kind')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        data-autofocus
        onKeyDown={(event) => {
          const [first] = offered
          if (event.key === 'Enter' && first !== undefined && typed !== '') onPick(first)
        }}
      />
      <div className={styles['kinds']}>
        {offered.map((kind) => (
          <button key={kind.name} type="button" className={styles['kind']} onClick={() => onPick(kind)}>
            <Icon name={kind.icon} size={17} />
            <span className={styles['kindName']}>{t(kind.label)}</span>
            <span className={styles['kindAbout']}>{about(kind)}</span>
          </button>
        ))}
      </div>
    </>
  )
}
