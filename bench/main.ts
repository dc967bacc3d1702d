import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { bundleRows } from './bundles'
import { cardRows } from './card'
import { cardPageRows } from './card-page'
import { castingRows } from './casting'
import { electorateRows } from './electorate'
import { eventRows } from './events'
import { exportRows } from './export'
import { growthRows } from './growth'
import { identityRows } from './identity'
import { importRows } from './import'
import { joinRows } from './join'
import { reviewRows } from './review'
import { openingRows } from './review-opening'
import { rosterRows } from './roster'
import { rollUpRows } from './roll-up'
import { roundRows } from './round'
import { routingRows } from './routing'
import type { BenchRow } from './row'
import { sealingRows } from './sealing'
import { standingRows } from './standing'
import { storeRows } from './store'
import { tallyRows } from './tally'
import { citySize, withWorld } from './world'

const parts: Readonly<Record<string, () => Promise<BenchRow[]>>> = {
  identity: async () => identityRows(),
  bundles: async () => bundleRows(),
  store: async () => storeRows(),
  sealing: async () => sealingRows(),
  city: () =>
    withWorld(citySize, async (system) => [
      ...(await routingRows(system)),
      ...(await standingRows(system)),
      ...(await joinRows(system)),
      ...(await cardRows(system)),
    ]),
  page: async () => cardPageRows(),
  growth: async () => growthRows(),
  round: async () => roundRows(),
  figures: () => withWorld(citySize, rollUpRows),
  roster: async () => rosterRows(),
  export: async () => exportRows(),
  import: async () => importRows(),
  events: async () => eventRows(),
  review: async () => [...(await reviewRows()), ...(await castingRows()), ...(await openingRows())],
  electorate: () => electorateRows(),
  tally: () => tallyRows(),
}

/** What is measured under a name besides the part of that name: all of a review. */
const besides: Readonly<Record<string, readonly string[]>> = { review: ['electorate', 'tally'] }

/** `npm run bench`: everything side by side in one run; one table, and bench/results.json. `npm run bench -- review`: that part alone, and no file. */
async function main(): Promise<void> {
  const [only] = process.argv.slice(2)
  const rows: BenchRow[] = []
  for (const [name, measure] of Object.entries(parts))
    if (only === undefined || only === name || (besides[only] ?? []).includes(name)) rows.push(...(await measure()))
  console.log(table(rows))
  const machine = { node: process.version, cores: cpus().length, cpu: cpus()[0]?.model ?? '' }
  if (only === undefined)
    writeFileSync(join(__dirname, 'results.json'), `${JSON.stringify({ machine, rows }, null, 2)}\n`)
  if (rows.some(({ ok }) => !ok)) process.exitCode = 1
}

function table(rows: readonly BenchRow[]): string {
  const head = ['', 'ours', 'peer', '', 'ratio', 'target', '']
  const body = rows.map(({ name, ours, peer, unit, ratio, target, ok }) => [
    name,
    figure(ours),
    figure(peer),
    unit,
    figure(ratio),
    target,
    ok ? 'ok' : 'NOT REACHED',
  ])
  const widths = head.map((_, column) => Math.max(...[head, ...body].map((row) => [...(row[column] ?? '')].length)))
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === 0 || column > 4 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
  const notes = rows.flatMap(({ name, note }) => (note === undefined ? [] : [`  ${name}: ${note}`]))
  return ['', line(head), ...body.map(line), '', ...notes, ''].join('\n')
}

function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3)
}

main().catch((fault: unknown) => {
  console.error(fault)
  process.exit(1)
})
