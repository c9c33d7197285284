import { useMantineColorScheme } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { lowerFirst } from '#platform/objects/label.ts'
import { useSession } from '#platform/web/data/session.ts'
import { undoLast } from '#platform/web/data/undo.tsx'
import { fitsWords } from '#platform/web/forms/pick.ts'
import { t } from '#platform/web/language/t.ts'
import { offeredActions } from '#platform/web/records/actions/offered-actions.ts'
import { declaredViews } from '#platform/web/records/list/views.ts'
import { useAddress, useChangeAddress, usePath } from './address.ts'
import { useRecent } from './remembered.ts'
import { creatableObjects, readableObjects } from './visible-objects.ts'

/** A row of the palette. */
export interface Command {
  readonly key: string
  readonly group: string
  readonly icon: string
  readonly title: string
  readonly detail?: string
  readonly shortcut?: string
  perform(): void
}

/** Everything that can be done from here: what concerns this record first, then places, then what makes something. */
export function useCommands(): readonly Command[] {
  const session = useSession()
  const navigate = useNavigate()
  const change = useChangeAddress()
  const { setColorScheme } = useMantineColorScheme()
  const recent = useRecent().places
  const here = useHere()

  const onThis =
    here === undefined
      ? []
      : offeredActions(session, here.object).map((action): Command => ({
          key: `act:${action.name}`,
          group: t('This record'),
          icon: action.icon,
          title: action.label,
          perform: () => change({ act: `${here.object.plural}/${here.id}/${action.name}` }),
        }))
  const seen = recent.map((place): Command => ({
    key: `recent:${place.href}`,
    group: t('Recent'),
    icon: place.icon,
    title: place.title,
    perform: () => void navigate({ to: place.href }),
  }))
  const lists = readableObjects(session).flatMap((object): Command[] => [
    {
      key: `list:${object.name}`,
      group: t('Go to'),
      icon: object.icon,
      title: t(object.pluralLabel),
      perform: () => void navigate({ to: `/${object.plural}` }),
    },
    ...declaredViews(object)
      .slice(1)
      .map((view): Command => ({
        key: `view:${object.name}:${view.key}`,
        group: t('Go to'),
        icon: object.icon,
        title: view.label,
        detail: t(object.pluralLabel),
        perform: () => void navigate({ to: `/${object.plural}`, search: { view: view.key } as never }),
      })),
  ])
  const makes = creatableObjects(session).map((object): Command => ({
    key: `create:${object.name}`,
    group: t('Create'),
    icon: 'plus',
    title: t('New {object}', { object: lowerFirst(t(object.label)) }),
    perform: () => change({ create: object.name }),
  }))
  const rest: Command[] = [
    {
      key: 'undo',
      group: t('General'),
      icon: 'undo-2',
      title: t('Undo the last change'),
      shortcut: 'Ctrl Z',
      perform: () => void undoLast(),
    },
    {
      key: 'create',
      group: t('General'),
      icon: 'plus',
      title: t('Create …'),
      shortcut: 'C',
      perform: () => change({ create: '' }),
    },
    {
      key: 'bin',
      group: t('General'),
      icon: 'trash-2',
      title: t('Bin'),
      perform: () => void navigate({ to: '/bin' }),
    },
    {
      key: 'settings',
      group: t('General'),
      icon: 'settings',
      title: t('Settings'),
      perform: () => void navigate({ to: '/settings' }),
    },
    {
      key: 'light',
      group: t('General'),
      icon: 'sun',
      title: t('Light look'),
      perform: () => setColorScheme('light'),
    },
    {
      key: 'dark',
      group: t('General'),
      icon: 'moon',
      title: t('Dark look'),
      perform: () => setColorScheme('dark'),
    },
  ]
  return [...onThis, ...seen, ...lists, ...makes, ...rest]
}

/** The record that the person looks at: the page's, or that of the side panel. */
function useHere() {
  const { model } = useSession()
  const path = usePath()
  const [panel, panelId] = useAddress().open?.split('/') ?? []
  const plural = panel ?? path.plural
  const id = panelId ?? path.id
  const object = [...model.objects.values()].find((one) => one.plural === plural)
  return object === undefined || id === undefined ? undefined : { object, id }
}

export function fitting(commands: readonly Command[], typed: string, most: number): readonly Command[] {
  const words = typed.trim()
  if (words === '') return commands.slice(0, most)
  return commands
    .filter((command) => fitsWords(`${command.title} ${command.detail ?? ''}`, words))
    .slice(0, most)
}
