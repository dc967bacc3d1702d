import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { z } from 'zod'
import { letter2018 } from '../../../shared/policy/letters'
import { letterLayout, organisationLayout, rosterLayout } from '../../../shared/roster/annex-layouts'
import { rosterColumns } from '../../../shared/roster/annexes'
import { shown } from '../../../shared/roster/cell'
import type { Layout } from '../../../shared/roster/layout'
import { anyOrganisationEntry, anyRosterEntry } from './entries.fixture'
import { oneTimePassword } from './one-time-password'
import { readAll } from './read-all.fixture'
import { writeLayout } from './write-xlsx'

const installed = spawnSync('soffice', ['--version']).status === 0
const frame = { place: '长兴县', checks: [], watermark: '仅供核对' }
const head = { unionName: '示例工会', contact: '王芳', phone: '0572-6022447' }
const signer = { name: '王芳', card: true, wechat: false }
const layouts: readonly (readonly [string, () => Layout])[] = [
  ['annex 1', () => organisationLayout(fc.sample(anyOrganisationEntry, { numRuns: 20, seed: 3 }), frame)],
  ['annex 2', () => letterLayout(new Array(60).fill(signer), letter2018, frame)],
  ['annex 3', rosterSheet],
]

function rosterSheet(): Layout {
  const headings = rosterColumns.map(({ heading }) => heading)
  return rosterLayout(fc.sample(anyRosterEntry, { numRuns: 20, seed: 3 }), head, headings, frame)
}

/** Another program's reading of what we wrote. Where it is not installed this was not run, and says so. */
const how = installed ? test : test.skip
describe(`LibreOffice opens what we write${installed ? '' : ' (not run: soffice is not installed here)'}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'annex-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const convert = (to: string) => {
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    execFileSync(
      'soffice',
      ['--headless', profile, '--convert-to', to, '--outdir', folder, join(folder, 'annex.xlsx')],
      {
        stdio: 'ignore',
      },
    )
  }

  how.each(layouts)(
    '%s, and finds in it what we find',
    async (_, layout) => {
      const file = await writeLayout(layout())
      writeFileSync(join(folder, 'annex.xlsx'), file)
      convert('csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true')
      const theirs = await readAll(readFileSync(join(folder, 'annex.csv')))
      const ours = await readAll(file)
      if (!theirs.ok || !ours.ok) throw new Error('not read')
      const texts = (rows: typeof ours.rows) => rows.map(({ number, cells }) => [number, ...cells.map(shown)])
      expect(texts(theirs.rows)).toEqual(texts(ours.rows))
      convert('pdf')
      expect(readFileSync(join(folder, 'annex.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
    },
    120_000,
  )

  const withBridge = installed && spawnSync('/usr/bin/python3', ['-c', 'import uno']).status === 0 ? test : test.skip
  withBridge(
    'annex 3, encrypted, with its one-time password (python3-uno)',
    async () => {
      const file = join(folder, 'encrypted.xlsx')
      const password = oneTimePassword()
      writeFileSync(file, await writeLayout(rosterSheet(), { password }))
      const script = join(__dirname, 'libreoffice-open.py')
      const read = execFileSync('/usr/bin/python3', [script, file, password, join(folder, 'profile')], {
        timeout: 100_000,
      })
      const theirs = z.array(z.array(z.string())).parse(JSON.parse(read.toString()))
      const ours = await readAll(await writeLayout(rosterSheet()))
      if (!ours.ok) throw new Error('not read')
      const filled = (row: readonly string[]) => row.filter((text) => text !== '')
      expect(theirs.map(filled).filter((row) => row.length > 0)).toEqual(
        ours.rows.map(({ cells }) => filled(cells.map(shown))).filter((row) => row.length > 0),
      )
    },
    120_000,
  )
})
