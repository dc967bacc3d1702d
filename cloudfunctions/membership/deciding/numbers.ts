import type { PersonId } from '../../../shared/core/ids'
import { memberNumbers } from '../../_kernel/records/memberships'
import { regions } from '../../_kernel/records/registry'
import type { Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'

/** 会员号: four digits of the city, eight drawn. Several are drawn, as the transaction may find one taken. */
const drawnAtOnce = 5

/** Drawn before the transaction. */
export async function drawNumbers(
  region: string | undefined,
  call: Pick<Call<unknown>, 'store' | 'random'>,
): Promise<readonly string[]> {
  const record = region === undefined ? undefined : await call.store.get(regions, region)
  const city = (record?.path.at(-1) ?? '').replace(/\D/g, '').slice(0, 4).padEnd(4, '0')
  return Array.from({ length: drawnAtOnce }, () => `${city}${call.random.digits(8)}`)
}

/** Throws where all are taken: with 10⁸ numbers in a city that is a broken generator, not bad luck. */
export async function takeNumber(tx: Transaction, drawn: readonly string[], person: PersonId): Promise<string> {
  for (const number of drawn) {
    if ((await tx.get(memberNumbers, number)) !== undefined) continue
    await tx.insert(memberNumbers, { _id: number, person })
    return number
  }
  throw new Error('every member number drawn is taken')
}
