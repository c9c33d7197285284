// node scripts/run.mjs FILE [ARGUMENTS]: what every script in package.json goes through.
import { launch } from './launch.mjs'

await launch(process.argv[2], process.argv.slice(3))
