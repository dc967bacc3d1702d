import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { collection, type Stored } from '../../cloudfunctions/_kernel/store/port'
import { openSqliteStore } from '../../cloudfunctions/_kernel/store/sqlite'
import { names } from '../../local/data-folder'
import { isoTime } from '../../shared/core/time'
import { power, toInteger } from '../../shared/review/blind/modular'
import { castBytes } from '../../shared/review/cast'
import type { Envelope } from '../../shared/review/envelope'
import { publicNumbers, signatureOf, type Pair } from './attackers'
import type { Disk } from './disk'

const loose = <D extends Stored>(name: string) =>
  collection<D>({ name, schema: z.looseObject({ _id: z.string() }) as never, indexes: {} })
const start = Date.parse('2026-12-01T00:00:00.000Z')

/** Whose is what in it, for each pair. */
export type Truth = Readonly<Record<Pair, ReadonlyMap<string, string>>>

/**
 * 有意做坏的库: a ballot and a remark of each person, kept as a careless system would: ids that count up, a time with each, rows in the order in which they came, the
 * id of the request and the token beside the elector, a message that nothing hides, the tally key unsealed. Attackers that find nothing here would prove nothing elsewhere.
 */
export async function leakyFolder(
  disk: Disk,
  { review, keysId, digest, tallySecret }: { review: string; keysId: string; digest: string; tallySecret: Uint8Array },
): Promise<{ readonly folder: string; readonly truth: Truth }> {
  const folder = mkdtempSync(join(tmpdir(), 'leaky-'))
  const people = loose<Stored & { at: string; signed: string; device: string; request: string; blinded: object }>(
    'electors',
  )
  const keys = loose<Stored>('reviewKeys')
  const votes = loose<
    Stored & { at: string; review: string; envelope: Envelope; cast: string; device: string; request: string }
  >('casts')
  const main = openSqliteStore({
    file: join(folder, names.database),
    collections: [people, keys, loose('surveyCodes')],
  })
  const box = openSqliteStore({ file: join(folder, names.ballots), collections: [votes] })
  const truth = {
    ballots: new Map<string, string>(),
    remarks: new Map<string, string>(),
    both: new Map<string, string>(),
  }
  for (const [second] of disk.electors.entries()) {
    const number = String(second).padStart(6, '0')
    const [_id, ballot, remark] = [`${review}:${number}`, `ballot-${number}`, `remark-${number}`]
    const [at, device, request] = [isoTime(start + 1000 * second), text(randomBytes(32)), `r-${text(randomBytes(9))}`]
    const signed = { ballot: openlySigned(disk, 'ballot'), remark: openlySigned(disk, 'remark') }
    const blinded = { ballot: text(signed.ballot.message), remark: text(signed.remark.message) }
    await main.insert(people, { _id, at, signed: 'yes', device, request, blinded })
    for (const [id, envelope] of [
      [ballot, 'ballot'],
      [remark, 'remark'],
    ] as const) {
      const cast = text(signed[envelope].cast)
      await box.insert(votes, { _id: id, at, review: digest, envelope, cast, device, request })
    }
    truth.ballots.set(_id, ballot)
    truth.remarks.set(_id, remark)
    truth.both.set(remark, ballot)
  }
  const opened = { ...JSON.parse(disk.keys), tally: text(Buffer.from(tallySecret)) }
  await main.insert(keys, { ...opened, _id: keysId })
  await main.close()
  await box.close()
  const { ballots, remarks, both } = truth
  return {
    folder,
    truth: { 'electors and ballots': ballots, 'electors and remarks': remarks, 'remarks and ballots': both },
  }
}

const text = (bytes: Buffer) => bytes.toString('base64url')

/** A cast whose signature is of the very message that the elector sent. */
function openlySigned({ keys }: Disk, envelope: Envelope): { readonly cast: Buffer; readonly message: Buffer } {
  const { n, e } = publicNumbers(keys, envelope)
  const cast = randomBytes(castBytes[envelope])
  cast[64] = 0
  const message = power(toInteger(signatureOf(cast)), e, n)
    .toString(16)
    .padStart(512, '0')
  return { cast, message: Buffer.from(message, 'hex') }
}
