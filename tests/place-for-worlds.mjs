import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Before the first test of a run: where `worlds.ts` keeps what each file starts on a copy of. */
export default function makePlace() {
  process.env.TEST_WORLDS ??= mkdtempSync(join(tmpdir(), 'test-worlds-'))
}
