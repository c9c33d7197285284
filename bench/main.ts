import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { fill } from './firm.ts'
import { table, type Figure } from './figure.ts'
import { anInstallation, type Installation } from './installation.ts'
import { importPeople, exportPeople } from './scenarios/files.ts'
import { deepPage, listPage } from './scenarios/list.ts'
import { startAndMemory } from './scenarios/process.ts'
import { board, report } from './scenarios/questions.ts'
import { search } from './scenarios/search.ts'
import { batch, create } from './scenarios/write.ts'

const sizes = {
  small: { people: 200_000, companies: 20_000, imported: 50_000 },
  full: { people: 1_000_000, companies: 200_000, imported: 1_000_000 },
} as const

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    size: { type: 'string', default: 'small' },
    json: { type: 'string' },
  },
})
const size = sizes[values.size as keyof typeof sizes]
if (size === undefined) throw new Error('--size is small or full.')

const scenarios: Record<string, (place: Installation) => Promise<Figure | Figure[]>> = {
  list: async (place) => [await listPage(place), await deepPage(place)],
  search,
  board,
  report,
  create,
  batch,
  export: exportPeople,
  import: (place) => importPeople(place, size.imported),
}
const outside: Record<string, () => Promise<Figure[]>> = { start: startAndMemory, memory: startAndMemory }
const chosen = values.only?.split(',') ?? [...Object.keys(scenarios), 'start']
const unknown = chosen.filter((name) => scenarios[name] === undefined && outside[name] === undefined)
if (unknown.length > 0)
  throw new Error(
    `There is no scenario ${unknown.join(', ')}; there are ${[...Object.keys(scenarios), 'start'].join(', ')}.`,
  )

const figures: Figure[] = []
const say = (line: string): void => void process.stderr.write(`${line}\n`)
if (chosen.some((name) => scenarios[name] !== undefined)) {
  say(
    `Making ${size.people.toLocaleString('en')} people at ${size.companies.toLocaleString('en')} companies …`,
  )
  const place = await anInstallation()
  try {
    await fill(place, size)
    for (const name of chosen) {
      if (scenarios[name] === undefined) continue
      say(`Measuring ${name} …`)
      figures.push(...[await scenarios[name](place)].flat())
    }
  } finally {
    await place.close()
  }
}
if (chosen.some((name) => outside[name] !== undefined)) {
  say('Measuring start …')
  figures.push(...(await startAndMemory()))
}
process.stdout.write(`${table(figures)}\n`)
if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(figures, null, 2)}\n`)
