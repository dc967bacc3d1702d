import type { UnionId } from '../../../shared/core/ids'
import type { UnionChange } from '../../../shared/org/union-change'
import { officers, type OfficerRecord } from '../records/registry'
import { unionChanges, type UnionChangeRecord } from '../records/union-registry'
import type { Call } from '../serve'
import type { Reader, Transaction } from '../store/port'

type Office = NonNullable<UnionChangeRecord['office']>

/** 以什么身份办的: the caller’s office in the first of these unions where there is one; nothing where somebody acts who holds none. */
export async function actingOffice(
  among: readonly UnionId[],
  { store, account, now }: { readonly store: Reader } & Pick<Call<unknown>, 'account' | 'now'>,
): Promise<Office | undefined> {
  const held = await Promise.all(among.map((union) => store.get(officers, `${union}:${account}`)))
  const inOffice = held.find((officer): officer is OfficerRecord =>
    officer === undefined ? false : officer.until === undefined || officer.until > now,
  )
  return inOffice === undefined ? undefined : { union: inOffice.union, role: inOffice.role }
}

interface Noting {
  readonly union: UnionId
  readonly office: Office | undefined
  /** Whom the change names. */
  readonly person?: string | undefined
}

/** 记一笔变动. Id and seal are made here; what changed is known in the transaction, and written in it. */
export function notingChange(
  { union, office, person }: Noting,
  { random, sealer, account: by, now: at }: Pick<Call<unknown>, 'random' | 'sealer' | 'account' | 'now'>,
): (tx: Transaction, change: UnionChange) => Promise<void> {
  const _id = random.id()
  const named =
    person === undefined
      ? {}
      : { person: sealer.seal({ collection: unionChanges.name, id: _id, field: 'person' }, person) }
  return (tx, change) =>
    tx.insert(unionChanges, { _id, union, at, by, ...(office === undefined ? {} : { office }), change, ...named })
}
