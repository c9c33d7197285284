import { aligned } from '../aligned.ts'
import { UsageError, type Command } from '../command.ts'
import { commands } from '../commands.ts'

export const command: Command = {
  usage: ['help [COMMAND]'],
  run: async ([name], { say }) => {
    if (name === undefined) {
      say('Rapport, the open-source CRM.\n\nUsage: rapport COMMAND [OPTIONS]\n')
      for (const line of aligned(Object.entries(commands).map(([word, { about }]) => [`  ${word}`, about])))
        say(line)
      say(
        '\nMore about one: rapport help COMMAND. RAPPORT_DATA or DATABASE_URL name the installation, as for the server.',
      )
      return
    }
    const entry = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (entry === undefined) throw new UsageError(`There is no command “${name}”.`)
    const { usage, help = [] } = (await entry.load()).command
    say(`${entry.about}.\n`)
    for (const line of usage) say(`  rapport ${line}`)
    if (help.length > 0) say(`\n${help.join('\n')}`)
  },
}
