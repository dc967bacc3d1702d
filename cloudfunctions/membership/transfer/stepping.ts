import { Revision } from '../../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import type { IsoDate } from '../../../shared/core/time'
import {
  advanceTransfer,
  type FactError,
  type TransferCommand,
  type TransferRefusal,
  type TransferStepKind,
} from '../../../shared/membership/transfer'
import { auditing } from '../../_kernel/audit'
import { notifying } from '../../_kernel/notify'
import { persons } from '../../_kernel/records/persons'
import { unions } from '../../_kernel/records/registry'
import { transfers, type TransferRecord, type TransferStep } from '../../_kernel/records/transfers'
import type { Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'
import type { ChangePorts } from '../life/change'
import type { UnionLabel } from '../joining/assess'
import { tasksAfter, writeTasks } from './asking'
import { releaseTransferClaims } from './claim'
import { tasksLeftBehind } from './left-behind'
import { moving } from './moving'
import { openTransferSecrets, sealTransfer } from './secrets'

/** What is done to a transfer, and by whom. */
export interface TransferAct {
  readonly command: TransferCommand
  readonly kind: TransferStepKind
  /** The union that acts; absent for the member and the clock. */
  readonly union?: UnionLabel
  readonly error?: FactError
  readonly note?: string | undefined
  /** What the step changes besides: the union it goes to, the one that settles. */
  readonly change?: Partial<Pick<TransferRecord, 'to' | 'reviewer' | 'acceptBy'>>
  /** By when the upper union has to settle what this step opens. */
  readonly settleBy?: IsoDate
  /** What the member is told; nothing where they did it themself. */
  readonly tell?: string
}

export type SteppingPorts = ChangePorts &
  Pick<Call<unknown>, 'sealer' | 'store'> & { readonly account: TransferStep['by'] }
type Code = TransferRefusal | 'TRANSFER_CHANGED'
type Stepping = (tx: Transaction) => Promise<Outcome<TransferRecord, 'TRANSFER_CHANGED'>>

/**
 * 转会的一步: made ready from the transfer as it was read, and written only while it is still the same. The step that completes both sides moves the membership
 * in its own transaction (T5), or stops the transfer where the membership went another way meanwhile (T9). What the work left
 * behind waits for nobody any more. At most sixty operations.
 */
export async function stepping(
  before: TransferRecord,
  act: TransferAct,
  ports: SteppingPorts,
): Promise<Outcome<Stepping, Code>> {
  const next = advanceTransfer(before, act.command)
  if ('refuse' in next) return refuse(next.refuse)
  const after = stepped(before, act, next, ports)
  const stopped = lapsed(after, ports)
  const move = after.state === 'done' ? moving(before, after, ports) : undefined
  const along = after.state === 'done' ? await tasksLeftBehind(after, ports) : undefined
  const stories = { went: tellOf(act.tell, after, ports), lapsed: tellOf(lapsedText, stopped, ports) }
  const audit = auditing(ports, {
    action: `transfer.${act.command}`,
    subject: before._id,
    union: act.union?.union ?? before.from.union,
    policyVersion: before.policyVersion,
    content: { error: act.error, note: act.note, to: after.to?.union },
  })
  return succeed(async (tx) => {
    const now = await tx.get(transfers, before._id)
    if (now?.revision !== before.revision) return refuse('TRANSFER_CHANGED')
    const goesOn = move === undefined || (await mayReceive(tx, after))
    const moved = move === undefined ? undefined : goesOn ? await move(tx) : refuse('MEMBERSHIP_MOVED')
    const written = moved?.ok === false ? stopped : after
    if (moved?.ok === true) await along?.(tx)
    await tx.put(transfers, written)
    const { now: at, account: by } = ports
    await writeTasks(tx, before, written, { actor: { by, at }, settleBy: act.settleBy ?? before.acceptBy })
    if (written.state !== 'open') await releaseTransferClaims(tx, before)
    await (written === stopped ? stories.lapsed : stories.went)?.(tx)
    await audit(tx)
    return succeed(written)
  })
}

function stepped(
  before: TransferRecord,
  { kind, union, error, note, change }: TransferAct,
  next: Pick<TransferRecord, 'state' | 'leaving' | 'receiving'>,
  ports: SteppingPorts,
): TransferRecord {
  const at = { at: ports.now, by: ports.account }
  const step: TransferStep = {
    kind,
    ...at,
    ...(union === undefined ? {} : { union: union.union, unionName: union.name }),
    ...(error === undefined ? {} : { error }),
  }
  const done: TransferStep = { kind: 'done', ...at }
  const after: TransferRecord = {
    ...before,
    ...change,
    ...next,
    revision: Revision.parse(before.revision + 1),
    updatedAt: ports.now,
    steps: [...before.steps, step, ...(next.state === 'done' ? [done] : [])],
    secrets: secretsAfter(before, next.state, note, ports),
  }
  return { ...after, tasks: tasksAfter(before, after) }
}

/** Of a transfer that is closed only the words are kept that people wrote to each other. */
function secretsAfter(
  before: TransferRecord,
  state: TransferRecord['state'],
  note: string | undefined,
  ports: SteppingPorts,
): string {
  const { situation, facts, objection, notes } = openTransferSecrets(before, ports)
  const kept = note === undefined || note === '' ? notes : { ...notes, [String(before.steps.length)]: note }
  const open = state === 'open'
  return sealTransfer(
    before._id,
    {
      ...(open && situation !== undefined ? { situation } : {}),
      facts: open ? facts : [],
      ...(objection === undefined ? {} : { objection }),
      notes: kept,
    },
    ports,
  )
}

const lapsedText = '转会没有办成：会籍刚有别的变动，或者转去的工会已经不在册。请看进度，需要的话再办一次。'

/** The same step, where the membership cannot move any more. */
function lapsed(after: TransferRecord, { now: at, account: by }: SteppingPorts): TransferRecord {
  const steps = [...after.steps.filter(({ kind }) => kind !== 'done'), { kind: 'lapsed', at, by } as const]
  return { ...after, state: 'stopped', steps, tasks: {} }
}

async function mayReceive(tx: Transaction, { to }: TransferRecord): Promise<boolean> {
  return to !== undefined && (await tx.get(unions, to.union))?.status === 'active'
}

/** Told to whoever is the person’s account now. */
function tellOf(text: string | undefined, { person, state }: TransferRecord, ports: SteppingPorts) {
  if (text === undefined || state === 'done') return undefined
  return async (tx: Transaction) => {
    const account = (await tx.get(persons, person))?.account
    if (account !== undefined) await notifying(ports, { account, text })(tx)
  }
}
