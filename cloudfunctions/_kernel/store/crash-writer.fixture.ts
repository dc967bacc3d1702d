import { contractCollections, counters } from './contract-letters'
import { openSqliteStore } from './sqlite'

/** Writes pairs from eight writers at once until it is killed; prints a pair’s number after the store has acknowledged it. */
const [, , file = '', arrivals, start = '0'] = process.argv
const store = openSqliteStore({
  file,
  collections: contractCollections,
  arrivals: arrivals === 'hidden' ? 'hidden' : 'kept',
})

async function writer(number: number): Promise<never> {
  for (let pair = Number(start) + number; ; pair += 8) {
    await store.transact(async (tx) => {
      await tx.insert(counters, { _id: `left ${pair}`, value: pair })
      await Promise.resolve()
      await tx.insert(counters, { _id: `right ${pair}`, value: pair })
    })
    process.stdout.write(`${pair}\n`)
  }
}

for (let number = 0; number < 8; number++) void writer(number)
