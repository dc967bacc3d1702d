import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** docs/security.md says which test shows what: a table that nobody checks would be wrong within a month. */
const root = join(__dirname, '..')
const text = readFileSync(join(root, 'docs', 'security.md'), 'utf8')

/** Level 1 and 2 of ASVS 5.0.0: how many requirements each section has up to there. Level 3 stands last in a section, or between (left out). */
const sections: Readonly<Record<string, number>> = {
  ...{ 'V1.1': 2, 'V1.2': 9, 'V1.3': 11, 'V1.4': 3, 'V1.5': 2, 'V2.1': 3, 'V2.2': 3, 'V2.3': 4, 'V2.4': 1 },
  ...{ 'V3.2': 2, 'V3.3': 4, 'V3.4': 6, 'V3.5': 5, 'V3.7': 2, 'V4.1': 3, 'V4.2': 1, 'V4.3': 2, 'V4.4': 4 },
  ...{ 'V5.1': 1, 'V5.2': 3, 'V5.3': 2, 'V5.4': 3, 'V6.1': 3, 'V6.2': 12, 'V6.3': 4, 'V6.4': 4, 'V6.5': 5 },
  ...{ 'V6.6': 3, 'V6.8': 4, 'V7.1': 3, 'V7.2': 4, 'V7.3': 2, 'V7.4': 5, 'V7.5': 2, 'V7.6': 2, 'V8.1': 2 },
  ...{ 'V8.2': 3, 'V8.3': 1, 'V8.4': 1, 'V9.1': 3, 'V9.2': 4, 'V10.1': 2, 'V10.2': 2, 'V10.3': 4, 'V10.4': 11 },
  ...{ 'V10.5': 5, 'V10.6': 2, 'V10.7': 3, 'V11.1': 2, 'V11.2': 3, 'V11.3': 3, 'V11.4': 4, 'V11.5': 1 },
  ...{ 'V11.6': 1, 'V12.1': 3, 'V12.2': 2, 'V12.3': 4, 'V13.1': 1, 'V13.2': 5, 'V13.3': 2, 'V13.4': 5 },
  ...{ 'V14.1': 2, 'V14.2': 4, 'V14.3': 3, 'V15.1': 3, 'V15.2': 3, 'V15.3': 7, 'V16.1': 1, 'V16.2': 5 },
  ...{ 'V16.3': 4, 'V16.4': 3, 'V16.5': 3, 'V17.1': 1, 'V17.2': 4, 'V17.3': 2 },
}
const required = Object.entries(sections).flatMap(([section, count]) =>
  Array.from({ length: count }, (_, at) => `${section}.${at + 1}`),
)
const rows = [...text.matchAll(/^\| (V\d+\.\d+\.\d+) \|/gm)].map(([, number = '']) => number)
const left = [...text.matchAll(/^Not applicable: ([^:]+):/gm)].flatMap(([, list = '']) => list.split(', '))

test('every requirement of level 1 and 2 stands there once: met, left to somebody, or not applicable', () => {
  expect(required).toHaveLength(253)
  expect([...rows, ...left].sort()).toEqual([...required].sort())
})

const cited = [
  ...text.matchAll(/`((?:cloudfunctions|local|scripts|shared|src|tests)\/[^`]*?\.test\.ts)(?: › ([^`]+))?`/g),
].map(([, file = '', title]) => [file, title ?? ''] as const)

test('there is something to check', () => expect(cited.length).toBeGreaterThan(100))

test.each([...new Map(cited.map((one) => [one.join(' › '), one])).values()])('%s › %s', (file, title) => {
  expect(readFileSync(join(root, file), 'utf8')).toContain(title)
})

test('every other file it names is there', () => {
  const named = [...text.matchAll(/`((?:cloudfunctions|local|scripts|shared|src|docs)\/[^`\s]*\.[a-z]+)/g)].map(
    ([, file = '']) => file,
  )
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([])
})
