import { t } from '#platform/web/language/t.ts'
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

/** The accent: a deep petrol. Shade 7 on white and shade 4 on the dark ground both pass AA as text. */
const petrol: MantineColorsTuple = [
  '#e8f3f3',
  '#d0e6e7',
  '#a5cfd2',
  '#79b9be',
  '#55a9b0',
  '#27828a',
  '#146e77',
  '#0b5a63',
  '#08474f',
  '#05343b',
]
/** Warm greys, like paper; shade 6 is the lightest that passes AA as text on white. */
const gray: MantineColorsTuple = [
  '#faf9f7',
  '#f4f2ee',
  '#eae7e1',
  '#dedad2',
  '#c6c1b7',
  '#a39d92',
  '#706a60',
  '#5c574f',
  '#403c36',
  '#24211d',
]
const dark: MantineColorsTuple = [
  '#dcd9d3',
  '#bdb9b2',
  '#a19c94',
  '#7a756d',
  '#45423e',
  '#363431',
  '#2a2826',
  '#1c1b19',
  '#151413',
  '#0e0d0d',
]

const fontFamily =
  '"Inter Variable", Inter, ui-sans-serif, system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif'

export const theme = createTheme({
  colors: { petrol, gray, dark },
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  fontFamily,
  headings: { fontFamily, fontWeight: '620' },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  defaultRadius: 6,
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Button: { defaultProps: { size: 'xs', fw: 560 } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 90 } } },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 90 } } },
    Modal: {
      defaultProps: {
        transitionProps: { duration: 120 },
        overlayProps: { backgroundOpacity: 0.28 },
        closeButtonProps: { 'aria-label': t('Close') },
      },
    },
    Drawer: {
      defaultProps: { transitionProps: { duration: 120 }, overlayProps: { backgroundOpacity: 0.35 } },
    },
    Tooltip: { defaultProps: { openDelay: 350, transitionProps: { duration: 90 } } },
  },
})

/** Roles of colours, used by every style sheet of ours: never a shade by its number. */
export const variables: CSSVariablesResolver = (given) => ({
  variables: { '--row-height': '2.125rem', '--bar-height': '3rem' },
  light: {
    '--ground': given.colors['gray']![1]!,
    '--surface': '#ffffff',
    '--raised': '#ffffff',
    '--line': given.colors['gray']![2]!,
    '--line-strong': given.colors['gray']![3]!,
    '--hover': given.colors['gray']![0]!,
    '--chosen': given.colors['petrol']![0]!,
    '--accent': given.colors['petrol']![7]!,
    '--ink': given.colors['gray']![9]!,
    '--ink-soft': given.colors['gray']![6]!,
    '--mantine-color-text': given.colors['gray']![9]!,
    '--mantine-color-dimmed': given.colors['gray']![6]!,
    '--mantine-color-placeholder': given.colors['gray']![6]!,
    '--mantine-color-default-border': given.colors['gray']![3]!,
    '--mantine-color-anchor': given.colors['petrol']![7]!,
    '--mantine-color-error': '#b3261e',
  },
  dark: {
    '--ground': given.colors['dark']![8]!,
    '--surface': given.colors['dark']![7]!,
    '--raised': given.colors['dark']![6]!,
    '--line': '#2c2a28',
    '--line-strong': given.colors['dark']![4]!,
    '--hover': '#232220',
    '--chosen': '#15302f',
    '--accent': given.colors['petrol']![4]!,
    '--ink': '#eceae6',
    '--ink-soft': given.colors['dark']![2]!,
    '--mantine-color-text': '#eceae6',
    '--mantine-color-dimmed': given.colors['dark']![2]!,
    '--mantine-color-placeholder': given.colors['dark']![2]!,
    '--mantine-color-default-border': given.colors['dark']![4]!,
    '--mantine-color-anchor': given.colors['petrol']![4]!,
    '--mantine-color-error': '#ff8f86',
  },
})
