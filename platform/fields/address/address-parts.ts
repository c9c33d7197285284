interface Part {
  readonly name: string
  readonly label: string
  readonly size: 'whole' | 'most' | 'little'
}

/** In the order in which an address is written down. */
export const parts: readonly Part[] = [
  { name: 'street', label: 'Street and number', size: 'whole' },
  { name: 'postal_code', label: 'Postal code', size: 'little' },
  { name: 'city', label: 'City', size: 'most' },
  { name: 'region', label: 'State or region', size: 'little' },
  { name: 'country', label: 'Country', size: 'most' },
]
