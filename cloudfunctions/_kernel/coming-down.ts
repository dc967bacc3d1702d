import type { AccountId } from '../../shared/core/ids'
import { chinaDay, type IsoTime } from '../../shared/core/time'
import { dueOn } from '../../shared/membership/due'
import { InPlaceKind } from '../../shared/membership/task'
import type { Policy } from '../../shared/policy/resolve'
import { policyAt } from './policy/policy-at'
import { auditing } from './audit'
import { regions, type UnionRecord } from './records/registry'
import { tasks, type TaskRecord } from './records/tasks'
import type { Runtime } from './runtime'
import type { Store, Transaction } from './store/port'
import { bringTaskDown } from './tasks'

type Ports = Pick<Runtime, 'random' | 'indexer'> & { readonly now: IsoTime; readonly account: AccountId | 'clock' }

/** As many of each kind, three operations each, as leave room in the transaction of an appointment; a union has one list and one round a half-year. */
const most = 10

/** 到任后退回: brings down what lies above for want of an officer, with the days that a new task has. */
export async function whatComesDown(
  union: UnionRecord,
  ports: Ports & { readonly store: Store },
): Promise<(tx: Transaction) => Promise<void>> {
  const [region, ...pages] = await Promise.all([
    ports.store.get(regions, union.region),
    ...InPlaceKind.options.map((kind) =>
      ports.store.find(tasks, {
        index: 'byUnionKind',
        equals: { union: union._id, kind, state: 'open' },
        limit: most,
      }),
    ),
  ])
  const today = chinaDay(ports.now)
  const policy = await policyAt(region?.path ?? [union.region], today, { store: ports.store, today })
  const bringing = pages
    .flatMap(({ documents }) => documents)
    .filter(({ desk }) => desk !== union._id)
    .map((task) => bringingDown(task, { union, policy }, ports))
  return async (tx) => {
    for (const bring of bringing) await bring(tx)
  }
}

/** One of them, with its entry in the audit trail; false where it is done or lies at its own desk meanwhile. */
export function bringingDown(
  { _id, desk }: TaskRecord,
  { union, policy }: { readonly union: UnionRecord; readonly policy: Policy },
  ports: Ports,
): (tx: Transaction) => Promise<boolean> {
  const { now, account } = ports
  const due = dueOn(chinaDay(now), policy.values.taskWorkingDays)
  const audit = auditing(ports, { action: 'task.come-down', subject: _id, union: union._id, content: { from: desk } })
  return async (tx) => {
    const moved = await bringTaskDown(tx, _id, { to: union, dueOn: due }, { by: account, at: now })
    if (moved) await audit(tx)
    return moved
  }
}
