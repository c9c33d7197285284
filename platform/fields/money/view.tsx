import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { Json } from '#platform/objects/json.ts'
import { shownNumber, typedNumber } from '#platform/web/forms/typed-number.ts'
import { TypedInput } from '#platform/web/forms/typed-input.tsx'
import { reader } from '#platform/web/language/reader.ts'
import { t } from '#platform/web/language/t.ts'
import { FigureCell } from '../plain-cell.tsx'
import type { InputProps, View } from '../view.ts'
import { currencies } from './currencies.ts'
import { moneyKind, type Money } from './kind.ts'

function MoneyInput(props: InputProps<Money>) {
  const { value, onChange } = props
  const [chosen, setChosen] = useState<string | null>(null)
  const currency = value?.currency ?? chosen ?? reader().currency
  const choose = (next: string) => {
    setChosen(next)
    if (value !== null && typeof value === 'object') onChange({ ...value, currency: next })
  }
  return (
    <TypedInput
      {...props}
      show={(money) => (typeof money === 'object' ? shownNumber(money.amount) : String(money))}
      read={(text) => readMoney(text, currency, props)}
      inputMode="decimal"
      right={props.inline === true}
      rightSectionWidth={70}
      rightSection={
        <NativeSelect
          aria-label={t('Currency')}
          variant="unstyled"
          size="xs"
          w={64}
          rightSectionWidth={18}
          styles={{
            input: { paddingInline: '4px 18px', fontSize: 12, color: 'var(--mantine-color-dimmed)' },
          }}
          value={currency}
          data={currencies(currency)}
          disabled={props.disabled === true}
          onChange={(event) => choose(event.currentTarget.value)}
        />
      }
    />
  )
}

/** `1250`, `15k`, and with a currency of its own: `1,250 USD`, `€ 300`. */
function readMoney(text: string, currency: string, { field }: InputProps<Money>): Json {
  try {
    return { amount: typedNumber(text), currency }
  } catch {
    const read = moneyKind.fromText(text.replace('€', 'EUR ').replace('£', 'GBP '), field as never, {
      dates: 'ymd',
      decimal: shownNumber(0.5).charAt(1) as '.' | ',',
    })
    return { currency, ...(read as object) }
  }
}

export const moneyView: View<Money> = {
  Cell: FigureCell,
  Input: MoneyInput,
  align: 'right',
  width: 120,
  about: 'An amount with its currency; sums convert.',
  options: { min: { kind: 'number', label: 'At least' } },
}
