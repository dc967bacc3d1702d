import type { UnionId } from '../../../shared/core/ids'
import type { CommitteeKind, Term } from '../../../shared/org/committees'
import type { Reply } from '../../../shared/org/union-change'
import { committees } from '../records/union-registry'
import type { Call } from '../serve'
import type { Transaction } from '../store/port'
import { notingChange } from './changes'

export interface NewCommittee extends Term {
  readonly union: UnionId
  readonly kind: CommitteeKind
  readonly seats: number
  readonly chair: string
}

/** 选出一个委员会: it takes the place of the one before; the history keeps both. */
export function electing(
  { chair, union, kind, seats, electedOn, until, byElectedOn }: NewCommittee,
  office: Parameters<typeof notingChange>[0]['office'],
  call: Pick<Call<unknown>, 'random' | 'sealer' | 'account' | 'now'>,
): (tx: Transaction, reply?: Reply) => Promise<void> {
  const _id = `${union}:${kind}`
  const sealed = call.sealer.seal({ collection: committees.name, id: _id, field: 'chair' }, chair)
  const note = notingChange({ union, office, person: chair }, call)
  return async (tx, reply) => {
    const term = { electedOn, until, ...(byElectedOn === undefined ? {} : { byElectedOn }) }
    await tx.put(committees, { _id, union, kind, seats, ...term, chair: sealed })
    await note(tx, {
      kind: 'committee',
      committee: kind,
      electedOn: byElectedOn ?? electedOn,
      until,
      seats,
      ...(reply === undefined ? {} : { reply }),
    })
  }
}
