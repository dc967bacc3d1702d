import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { documentOf } from './access/document'
import { askEverything, signs, type Section } from './access/table'
import { exportProcedures } from '../shared/contract/membership-exports'
import { importProcedures } from '../shared/contract/membership-import'
import { contracts, openTestSystem, type TestSystem } from './system'

let system: TestSystem
let asked: { readonly withUnion: Section; readonly without: Section }
beforeAll(async () => {
  system = await openTestSystem()
  asked = await askEverything(system)
}, 900_000)
afterAll(() => system.close())

const linesIn = (text: string) => text.trim().split('\n')

test('docs/access.md says of everybody what the running functions answer; after a change, `npm run access`', () => {
  const written = linesIn(readFileSync(join(__dirname, '..', 'docs', 'access.md'), 'utf8'))
  const answered = linesIn(documentOf(asked))
  expect({
    written: written.filter((line) => !answered.includes(line)),
    answered: answered.filter((line) => !written.includes(line)),
  }).toEqual({ written: [], answered: [] })
  expect(written).toEqual(answered)
})

/** A photograph is shown by whoever sent it, and every column is somebody else: cloudfunctions/home/standards/standards.test.ts. */
const ofWhoTookIt = 'home.saveAnswer (answer with a photograph)'
/** Only the two scrutineers who opened a file fetch it, and no column is one of them: tests/recount.test.ts. */
const ofTheTwo = ['review.exportHead', 'review.exportCasts']
/** An import is its officer’s alone, and every column is somebody else: cloudfunctions/membership/import/carry-import.test.ts. */
const ofTheBringer = Object.keys(importProcedures)
  .filter((procedure) => procedure !== 'openImport')
  .map((procedure) => `membership.${procedure}`)
/** A proposal is taken back by its proposer, and every column is somebody else: cloudfunctions/registry/policies/policies.test.ts. */
const ofTheProposer = 'registry.withdrawProvision'
/** So is an export: cloudfunctions/membership/exports/export.test.ts. */
const ofTheExporter = Object.keys(exportProcedures)
  .filter((procedure) => procedure !== 'openExport' && procedure !== 'exportable')
  .map((procedure) => `membership.${procedure}`)
const rows = () => [...asked.withUnion.rows, ...asked.without.rows]

test('every procedure of every contract has its row, and somebody who is answered', () => {
  const declared = Object.entries(contracts).flatMap(([name, { procedures }]) =>
    Object.keys(procedures).map((procedure) => `${name}.${procedure}`),
  )
  expect([...new Set(rows().map(({ name }) => name.replace(/ \(.*/, '')))].sort()).toEqual(declared.sort())
  const unanswered = rows().filter(({ signs: row }) => !row.includes(signs.answered))
  expect(unanswered.map(({ name }) => name)).toEqual([
    ofWhoTookIt,
    ...ofTheExporter,
    ...ofTheBringer,
    ofTheProposer,
    ...ofTheTwo,
  ])
})

test('nothing asked of the functions ended in a fault', () => {
  expect(system.logged.filter(({ fault }) => fault !== undefined)).toEqual([])
})
