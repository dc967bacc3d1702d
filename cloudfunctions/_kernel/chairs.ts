import { maskName } from '../../shared/identity/mask'
import type { UnionId } from '../../shared/core/ids'
import { officers } from './records/registry'
import type { Call } from './serve'

/** 双亮: the chair’s masked name, where the chair agreed to be shown. */
export async function shownChair(
  union: UnionId,
  call: Pick<Call<unknown>, 'store' | 'sealer' | 'now'>,
): Promise<string | undefined> {
  const page = await call.store.find(officers, { index: 'byUnion', equals: { union, role: 'chair' }, limit: 5 })
  const chair = page.documents.find(
    (officer) => officer.shown && (officer.until === undefined || officer.until > call.now),
  )
  return chair === undefined
    ? undefined
    : maskName(call.sealer.open({ collection: 'officers', id: chair._id, field: 'name' }, chair.name))
}
