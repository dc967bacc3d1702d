import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFiles } from './sqlite-files'

const folder = mkdtempSync(join(tmpdir(), 'files-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** https://www.sqlite.org/pragma.html#pragma_synchronous */
test.each([
  ['full', 2],
  ['off', 0],
] as const)('a file opened with synchronous=%s is written so', (synchronous, level) => {
  const { writer, release } = openFiles(join(folder, `${synchronous}.sqlite`), synchronous, () => {})
  expect(writer.first('PRAGMA synchronous', [])).toEqual([level])
  release()
})
