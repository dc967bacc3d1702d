import type { RoundChangeKind } from '../../../shared/contract/membership-rounds'
import type { UnionId } from '../../../shared/core/ids'
import { isoTime, type IsoTime } from '../../../shared/core/time'
import { membershipEvents, type MembershipEventRecord } from '../../_kernel/records/memberships'
import type { Query, Store } from '../../_kernel/store/port'

/** Which entries of the histories a number of the round counts. */
const counted = {
  joined: { kind: 'joined', side: 'to' },
  'moved-in': { kind: 'moved', side: 'to' },
  resumed: { kind: 'resumed', side: 'to' },
  'moved-out': { kind: 'moved', side: 'from' },
  retained: { kind: 'retained', side: 'to' },
  left: { kind: 'left', side: 'to' },
  expelled: { kind: 'expelled', side: 'to' },
  deceased: { kind: 'deceased', side: 'to' },
  reinstated: { kind: 'reinstated', side: 'to' },
  'workplace-changed': { kind: 'workplace-changed', side: 'to' },
} as const satisfies Readonly<
  Record<RoundChangeKind, { readonly kind: MembershipEventRecord['kind']; readonly side: 'to' | 'from' }>
>
const kinds = [
  'joined',
  'moved-in',
  'resumed',
  'moved-out',
  'retained',
  'left',
  'expelled',
  'deceased',
  'reinstated',
  'workplace-changed',
] as const satisfies readonly RoundChangeKind[]

/** As far back as there are records. */
export const ever = isoTime(0)

/** 变动的一种, since a moment: one range of one index. */
export function changesOf(union: UnionId, kind: RoundChangeKind, since: IsoTime): Query<MembershipEventRecord> {
  const { kind: entry, side } = counted[kind]
  return side === 'to'
    ? { index: 'byUnionKind', equals: { union, kind: entry }, from: since }
    : { index: 'byFromKind', equals: { fromUnion: union, kind: entry }, from: since }
}

/** 与上次核对相比, in numbers. */
export function countChanges(
  union: UnionId,
  since: IsoTime,
  store: Pick<Store, 'count'>,
): Promise<readonly { readonly kind: RoundChangeKind; readonly count: number }[]> {
  return Promise.all(
    kinds.map(async (kind) => {
      const { index, equals, from } = changesOf(union, kind, since)
      return {
        kind,
        count: await store.count(membershipEvents, { index, equals, ...(from === undefined ? {} : { from }) }),
      }
    }),
  )
}
