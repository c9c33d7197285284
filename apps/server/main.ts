import { StartError } from '#platform/server/database/start-error.ts'
import { startRapport } from './start-rapport.ts'

try {
  const rapport = await startRapport(process.env, { web: !process.argv.includes('--no-web') })
  const stop = (): void => {
    process.off('SIGINT', stop).off('SIGTERM', stop).off('SIGHUP', stop)
    void rapport.close().then(() => process.exit(0))
  }
  process.on('SIGINT', stop).on('SIGTERM', stop).on('SIGHUP', stop)
  void rapport.lost.then((sentence) => {
    process.stderr.write(`${sentence}\n`)
    void rapport.close().finally(() => process.exit(1))
  })
} catch (error) {
  if (!(error instanceof StartError)) throw error
  process.stderr.write(`\n${error.message}\n`)
  process.exit(1)
}
