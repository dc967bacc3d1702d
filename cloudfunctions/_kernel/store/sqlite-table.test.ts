import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { letters, type Letter } from './contract-letters'
import { planQuery, planSelection } from './plan'
import type { Query } from './port'
import { openConnection } from './sqlite-connection'
import { countSql, createTable, findSql, groupSql, type Sql } from './sqlite-table'

const folder = mkdtempSync(join(tmpdir(), 'table-'))
const connection = openConnection(join(folder, 'plans.sqlite'))
createTable(connection, letters)
afterAll(() => rmSync(folder, { recursive: true }))

const explain = ({ text, values }: Sql) =>
  connection.all(`EXPLAIN QUERY PLAN ${text}`, values).map((row) => String(row[3]))
const cursorFor = ({ index, order = 'ascending' }: Query<Letter>, open: number) =>
  Buffer.from(JSON.stringify([`${index} ${order}`, Array.from({ length: open }, () => 'x')])).toString('base64url')

/** Each with the number of fields that its order goes through. */
const questions: readonly (readonly [Query<Letter>, number])[] = [
  [{ index: 'byState', equals: { union: 'u' } }, 3],
  [{ index: 'byState', equals: { union: 'u' }, order: 'descending' }, 3],
  [{ index: 'byState', equals: { union: 'u', state: 's' } }, 2],
  [{ index: 'byState', equals: { union: 'u', state: 's' }, from: 1, until: 2 }, 2],
  [{ index: 'byState', equals: { union: 'u', state: 's' }, from: 1, until: 2, order: 'descending' }, 2],
  [{ index: 'byRank', equals: { union: 'u', rank: 1 }, from: 'a' }, 1],
]

describe('every page is one step into the index, however deep it lies', () => {
  test.each(questions)('%j', (query, open) => {
    const first = explain(findSql(letters, planQuery(letters, query)))
    expect(first).toEqual([expect.stringMatching(/^SEARCH contractLetters USING INDEX/)])
    const next = explain(findSql(letters, planQuery(letters, { ...query, cursor: cursorFor(query, open) })))
    expect(next).toEqual([expect.stringMatching(/^SEARCH contractLetters USING INDEX/)])
    expect(next.join()).toContain(open === 1 ? '_id>?' : `_id)${query.order === 'descending' ? '<' : '>'}(`)
  })
})

test('counting and grouping stay within the index’s range', () => {
  const counting = explain(countSql(letters, planSelection(letters, { index: 'byState', equals: { union: 'u' } })))
  expect(counting).toEqual([expect.stringMatching(/^SEARCH .*\(k_union=\?\)/)])
  const grouping = explain(groupSql(letters, planSelection(letters, { index: 'byState', equals: { union: 'u' } })))
  expect(grouping).toContainEqual(expect.stringMatching(/^SEARCH contractLetters .*\(k_union=\?\)/))
  expect(grouping.join()).not.toMatch(/GROUP BY|SCAN contractLetters/)
})
