import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Writes shared/identity/counties.ts from every revision of GB/T 2260 that the package gb2260 keeps, so that revoked codes stay known. */
const folder = join(dirname(require.resolve('gb2260/package.json')), 'lib')
const codes = new Set(
  readdirSync(folder)
    .filter((name) => /^\d{6}\.json$/.test(name))
    .flatMap((name) => Object.keys(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, string>))
    .filter((code) => /^\d{4}(?!00)\d{2}$/.test(code)),
)

const byPrefecture = new Map<string, string[]>()
for (const code of [...codes].sort())
  byPrefecture.set(code.slice(0, 4), [...(byPrefecture.get(code.slice(0, 4)) ?? []), code.slice(4)])
const lines = [...byPrefecture].map(([prefecture, ends]) => `${prefecture}${ends.join('')}`)

writeFileSync(
  join(__dirname, '..', 'shared', 'identity', 'counties.ts'),
  `/* eslint max-lines: off -- a table. Made by scripts/counties.ts from GB/T 2260, all revisions from 2002 to 2016: ${codes.size} counties, revoked ones included. */

/** A line per prefecture: its four digits, then the last two digits of each county. */
const packed = \`
${lines.join('\n')}
\`

/** A bit for each of the million codes: looked up for every number that is read. */
let known: Uint8Array | undefined

/** 县级行政区划代码: whether the six digits ever stood in the list. A code that does not is a warning, never an error: new ones appear. */
export function isCounty(code: number): boolean {
  known ??= unpack()
  return ((known[code >> 3] ?? 0) & (1 << (code & 7))) !== 0
}

function unpack(): Uint8Array {
  const bits = new Uint8Array(125_000)
  for (const line of packed.split('\\n')) {
    for (let at = 4; at < line.length; at += 2) {
      const code = Number(line.slice(0, 4) + line.slice(at, at + 2))
      bits[code >> 3] = (bits[code >> 3] ?? 0) | (1 << (code & 7))
    }
  }
  return bits
}
`,
)
