import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { collection, type Stored } from '../../cloudfunctions/_kernel/store/port'
import { openSqliteStore } from '../../cloudfunctions/_kernel/store/sqlite'
import { names } from '../../local/data-folder'
import { isoTime } from '../../shared/core/time'
import { power, toInteger } from '../../shared/review/blind/modular'
import { publicNumbers, signatureOf } from './attackers'
import type { Disk } from './disk'

const loose = <D extends Stored>(name: string) =>
  collection<D>({ name, schema: z.looseObject({ _id: z.string() }) as never, indexes: {} })
const start = Date.parse('2026-12-01T00:00:00.000Z')

/**
 * 有意做坏的库: the same people and ballots, kept as a careless system would: a time with each, rows in the order in which they came, the token beside the elector, a
 * message that nothing hides, the tally key unsealed. Attackers that find nothing here would prove nothing elsewhere.
 */
export async function leakyFolder(
  disk: Disk,
  { review, keysId, digest, tallySecret }: { review: string; keysId: string; digest: string; tallySecret: Uint8Array },
  truth: ReadonlyMap<string, string>,
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'leaky-'))
  const { n, e } = publicNumbers(disk.keys)
  const castOf = new Map(disk.ballots.map(({ id, bytes }) => [id, bytes.find(({ length }) => length > 400)]))
  const people = loose<Stored & { at: string; signed: string; token: string; blinded: { ballot: string } }>('electors')
  const keys = loose<Stored>('reviewKeys')
  const votes = loose<Stored & { at: string; review: string; envelope: 'ballot'; cast: string }>('casts')
  const main = openSqliteStore({ file: join(folder, names.database), collections: [people, keys] })
  const box = openSqliteStore({ file: join(folder, names.ballots), collections: [votes] })
  let second = 0
  for (const [elector, ballot] of truth) {
    const cast = castOf.get(ballot)
    if (!elector.startsWith(`${review}:`) || cast === undefined) continue
    const at = isoTime(start + 1000 * second++)
    const message = power(toInteger(signatureOf(cast)), e, n)
      .toString(16)
      .padStart(512, '0')
    const blinded = { ballot: Buffer.from(message, 'hex').toString('base64url') }
    const token = cast.subarray(0, 32).toString('base64url')
    await main.insert(people, { _id: elector, at, signed: 'yes', token, blinded })
    await box.insert(votes, { _id: ballot, at, review: digest, envelope: 'ballot', cast: cast.toString('base64url') })
  }
  const opened = { ...JSON.parse(disk.keys), tally: Buffer.from(tallySecret).toString('base64url') }
  await main.insert(keys, { ...opened, _id: keysId })
  await main.close()
  await box.close()
  return folder
}
