/** Two circles that overlap: the view that two people share. */
export function Logo({ size = 22 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <circle cx="12" cy="16" r="10" fill="var(--mantine-color-petrol-7)" />
      <circle cx="20" cy="16" r="10" fill="var(--mantine-color-petrol-4)" />
      <path d="M16 6.83a10 10 0 0 1 0 18.34 10 10 0 0 1 0-18.34Z" fill="var(--ground)" />
    </svg>
  )
}
