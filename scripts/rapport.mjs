#!/usr/bin/env node
// The `rapport` command, e.g. `npx rapport doctor` in a clone.
import { launch } from './launch.mjs'

await launch('apps/cli/main.ts', process.argv.slice(2))
