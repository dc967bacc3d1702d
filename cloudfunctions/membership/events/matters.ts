import type { PersonId } from '../../../shared/core/ids'
import type { Outcome } from '../../../shared/core/outcome'
import { awaitsSettling } from '../../../shared/membership/transfer'
import { claims } from '../../_kernel/records/applications'
import { memberships } from '../../_kernel/records/memberships'
import type { TaskRecord } from '../../_kernel/records/tasks'
import { transfers, type TransferRecord } from '../../_kernel/records/transfers'
import type { EventItemRecord } from '../../_kernel/records/union-events'
import type { Transaction } from '../../_kernel/store/port'
import { membershipTasks, openTasksOf, workTasks } from '../life/closing-tasks'
import { tasksAlong, type Fate } from '../life/tasks-along'
import { transferClaim } from '../transfer/claim'
import { stepping } from '../transfer/stepping'
import type { EventPorts } from './ports'

/** 正在办的事: what is under way about somebody whom an event moves. */
export interface Matters {
  /** The claim as it was read, so that a transfer that began or ended meanwhile shows. */
  readonly claim: string | undefined
  readonly transfer: TransferRecord | undefined
  readonly tasks: readonly TaskRecord[]
}

export async function mattersOf(person: PersonId, { store }: Pick<EventPorts, 'store'>): Promise<Matters> {
  const [claim, tasks] = await Promise.all([store.get(claims, transferClaim(person)), openTasksOf(person, { store })])
  const transfer = claim === undefined ? undefined : await store.get(transfers, claim.application)
  return { claim: claim?.application, transfer, tasks }
}

type Settled =
  /** Something changed since it was read: nothing was written, the next stretch looks again. */
  | { readonly kind: 'changed' }
  /** A transfer that led to the same union is done, and has moved the membership. */
  | { readonly kind: 'carried' }
  /** The membership is the event’s to move. */
  | { readonly kind: 'open' }

export interface Settling {
  /** Before the membership moves. */
  before(tx: Transaction): Promise<Settled>
  /** After the event has moved it. */
  after(tx: Transaction): Promise<void>
}

/**
 * 变动时正在办的转会和待办 (E16, E17): a transfer to the very union that the event leads to is done with it, any other is stopped and the member told why. Tasks
 * follow the membership; looks at work that ended have nothing left to look at.
 */
export async function settlingMatters(
  item: EventItemRecord & { readonly person: PersonId },
  { claim, transfer, tasks }: Matters,
  ports: EventPorts,
): Promise<Settling> {
  const { person, from, to } = item
  const ofThisUnion = transfer?.from.union === from.union ? transfer : undefined
  const leadsThere = ofThisUnion?.to?.union === to.union && !awaitsSettling(ofThisUnion)
  const step = ofThisUnion === undefined ? undefined : await overtaking(ofThisUnion, item, leadsThere, ports)
  const move = { person, from: from.union, to: { _id: to.union, name: to.name }, by: ports.account }
  const along = tasks.length === 0 ? [] : await tasksAlong(move, (task) => fateIn(task, item), ports)

  return {
    async before(tx) {
      if ((await tx.get(claims, transferClaim(person)))?.application !== claim) return { kind: 'changed' }
      if (ofThisUnion === undefined || step === undefined) return { kind: 'open' }
      const [now, member] = [await tx.get(transfers, ofThisUnion._id), await tx.get(memberships, person)]
      if (now?.revision !== ofThisUnion.revision) return { kind: 'changed' }
      if (!leadsThere || member?.union !== from.union) return { kind: 'open' }
      const done = await step(tx)
      return done.ok && done.data.state === 'done' ? { kind: 'carried' } : { kind: 'open' }
    },
    async after(tx) {
      if (!leadsThere) await step?.(tx)
      for (const write of along) await write(tx)
    },
  }
}

async function overtaking(
  transfer: TransferRecord,
  { to }: EventItemRecord,
  leadsThere: boolean,
  ports: EventPorts,
): Promise<((tx: Transaction) => Promise<Outcome<TransferRecord, 'TRANSFER_CHANGED'>>) | undefined> {
  const step = await stepping(
    transfer,
    leadsThere
      ? { command: 'carry', kind: 'carried', union: to }
      : {
          command: 'lapse',
          kind: 'overtaken',
          union: to,
          tell: `会籍随机构变动转到了${to.name}，您正在办的转会因此停办。要去别的工会，可以再办一次。`,
        },
    ports,
  )
  return step.ok ? step.data : undefined
}

/** What the event itself asks about is answered by whoever settles it. */
function fateIn({ kind, subject }: TaskRecord, { _id, plan }: EventItemRecord): Fate {
  if (kind === 'event-objection') return subject === _id ? 'stays' : 'drop'
  if (plan === 'retain' && workTasks.includes(kind)) return 'drop'
  return membershipTasks.includes(kind) ? 'follow' : 'stays'
}
