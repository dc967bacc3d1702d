import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { homeFunction } from '../cloudfunctions/home/function'
import { membershipFunction } from '../cloudfunctions/membership/function'
import { reviewFunction } from '../cloudfunctions/review/function'
import type { Runtime } from '../cloudfunctions/_kernel/runtime'
import { loadWorld, type Progress } from './demo/load'
import { holdReview } from './demo/review'
import { prngOf } from './demo/prng'
import { liveOneYear } from './demo/union-life'
import { demoSeed, demoSize, type WorldSize } from './demo/world'

const Note = z.strictObject({ units: z.number(), unions: z.number(), members: z.number(), applications: z.number() })

/** Loads the demo world into an empty store, once: the note beside the database says that it is whole, and how big. */
export async function loadDemoWorld(note: string, runtime: Runtime, progress: Progress): Promise<WorldSize> {
  if (existsSync(note)) return Note.parse(JSON.parse(readFileSync(note, 'utf8')))
  await loadWorld(demoSize, demoSeed, runtime, membershipFunction, progress)
  await liveOneYear(runtime, homeFunction, prngOf(demoSeed).branch('life'), progress)
  await holdReview(runtime, reviewFunction)
  writeFileSync(note, JSON.stringify(demoSize))
  return demoSize
}
