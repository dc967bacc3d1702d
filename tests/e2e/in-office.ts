import { accountOf } from '../../cloudfunctions/_kernel/caller'
import { officers } from '../../cloudfunctions/_kernel/records/registry'
import { castPeople } from '../../local/demo/personas'
import type { UnionId } from '../../shared/core/ids'
import { isoTime } from '../../shared/core/time'
import type { OfficerRole } from '../../shared/org/officers'
import type { Before } from './before-start'

/** Two of the demo’s people who hold no office by themselves. */
export async function inOfficeAs(
  { runtime }: Pick<Before, 'runtime'>,
  persona: 'rider' | 'workshop',
  role: OfficerRole,
  union: UnionId,
): Promise<void> {
  const account = accountOf(`demo-${persona}`, runtime)
  const id = `${union}:${account}`
  const name = runtime.sealer.seal({ collection: 'officers', id, field: 'name' }, castPeople[persona].name)
  const since = isoTime(Date.parse('2025-01-01T00:00:00.000Z'))
  await runtime.store.transact((tx) => tx.put(officers, { _id: id, union, account, role, name, shown: false, since }))
}
