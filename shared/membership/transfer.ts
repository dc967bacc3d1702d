import { z } from 'zod'
import { TransferId } from '../core/ids'

/**
 * 转会（会籍接转）, as data. Source: seed 004 8 会员组织关系随劳动关系流动; docs/rules/transfer.md. Two sides work at once: the union that somebody leaves is told and
 * cannot refuse, the union they come to says that they work there. What one side says is not so, the nearest common upper union settles.
 */
export const TransferState = z.enum(['open', 'done', 'stopped', 'withdrawn'])
export type TransferState = z.infer<typeof TransferState>

/** 转出方: waiting while the days of notice run. */
export const LeavingSide = z.enum(['waiting', 'released', 'disputed'])
export type LeavingSide = z.infer<typeof LeavingSide>

/** 转入方: undecided where the member says 这不对, until the upper union names the union. */
export const ReceivingSide = z.enum(['undecided', 'waiting', 'accepted', 'disputed'])
export type ReceivingSide = z.infer<typeof ReceivingSide>

/**
 * `silence`: the days of notice are over (T4). `uphold`, `assign`, `stop`: the upper union’s decision (T7). `lapse`: the membership went another way meanwhile, or
 * the union that was to receive it is gone (T9). `redirect`: the union that was asked has merged into another, which is asked instead (T10). `carry`: an event of a union
 * brought the membership to the very union that was asked (T11).
 */
export const TransferCommand = z.enum([
  'release',
  'silence',
  'dispute-leaving',
  'accept',
  'dispute-receiving',
  'uphold',
  'assign',
  'stop',
  'withdraw',
  'lapse',
  'redirect',
  'carry',
])
export type TransferCommand = z.infer<typeof TransferCommand>

export type TransferRefusal = 'TRANSFER_CLOSED' | 'TRANSFER_ANSWERED' | 'NOT_DISPUTED'

export interface TransferStanding {
  readonly state: TransferState
  readonly leaving: LeavingSide
  readonly receiving: ReceivingSide
}

type Next<Side> = { readonly to: Side } | { readonly refuse: TransferRefusal }
type OpenCommand = Exclude<TransferCommand, 'stop' | 'withdraw' | 'lapse' | 'redirect' | 'carry'>

const to = <Side extends string>(side: Side) => ({ to: side }) as const
const answered = { refuse: 'TRANSFER_ANSWERED' } as const
const notDisputed = { refuse: 'NOT_DISPUTED' } as const

/** 转出方 alone. A report made in time stands against silence; what the upper union upheld is released. */
export const leavingMachine = {
  waiting: {
    release: to('released'),
    silence: to('released'),
    'dispute-leaving': to('disputed'),
    accept: to('waiting'),
    'dispute-receiving': to('waiting'),
    uphold: to('waiting'),
    assign: to('waiting'),
  },
  released: {
    release: answered,
    silence: answered,
    'dispute-leaving': answered,
    accept: to('released'),
    'dispute-receiving': to('released'),
    uphold: to('released'),
    assign: to('released'),
  },
  disputed: {
    release: to('released'),
    silence: answered,
    'dispute-leaving': answered,
    accept: to('disputed'),
    'dispute-receiving': to('disputed'),
    uphold: to('released'),
    assign: to('released'),
  },
} as const satisfies Readonly<Record<LeavingSide, Readonly<Record<OpenCommand, Next<LeavingSide>>>>>

/** 转入方 alone. Whoever said 不在本单位工作 may still find that it was wrong and accept. */
export const receivingMachine = {
  undecided: {
    release: to('undecided'),
    silence: to('undecided'),
    'dispute-leaving': to('undecided'),
    accept: answered,
    'dispute-receiving': answered,
    uphold: to('undecided'),
    assign: to('waiting'),
  },
  waiting: {
    release: to('waiting'),
    silence: to('waiting'),
    'dispute-leaving': to('waiting'),
    accept: to('accepted'),
    'dispute-receiving': to('disputed'),
    uphold: to('waiting'),
    assign: to('waiting'),
  },
  accepted: {
    release: to('accepted'),
    silence: to('accepted'),
    'dispute-leaving': to('accepted'),
    accept: answered,
    'dispute-receiving': answered,
    uphold: to('accepted'),
    assign: to('waiting'),
  },
  disputed: {
    release: to('disputed'),
    silence: to('disputed'),
    'dispute-leaving': to('disputed'),
    accept: to('accepted'),
    'dispute-receiving': answered,
    uphold: to('accepted'),
    assign: to('waiting'),
  },
} as const satisfies Readonly<Record<ReceivingSide, Readonly<Record<OpenCommand, Next<ReceivingSide>>>>>

/** The transfer one step further, or the code of the refusal. It is done when both sides are, and with nobody’s further act. */
export function advanceTransfer(
  now: TransferStanding,
  command: TransferCommand,
): TransferStanding | { readonly refuse: TransferRefusal } {
  if (now.state !== 'open') return { refuse: 'TRANSFER_CLOSED' }
  if (command === 'withdraw') return { ...now, state: 'withdrawn' }
  if (command === 'lapse') return { ...now, state: 'stopped' }
  if (command === 'redirect') return now.receiving === 'undecided' ? answered : sidesOf(now)
  if (command === 'carry') return carried(now)
  if (isSettlement(command) && !awaitsSettling(now)) return notDisputed
  if (command === 'stop') return { ...now, state: 'stopped' }
  if (command === 'uphold' && now.receiving === 'undecided') return notDisputed
  const leaving: Next<LeavingSide> = leavingMachine[now.leaving][command]
  if ('refuse' in leaving) return leaving
  const receiving: Next<ReceivingSide> = receivingMachine[now.receiving][command]
  if ('refuse' in receiving) return receiving
  const done = leaving.to === 'released' && receiving.to === 'accepted'
  return { state: done ? 'done' : 'open', leaving: leaving.to, receiving: receiving.to }
}

const sidesOf = ({ state, leaving, receiving }: TransferStanding): TransferStanding => ({ state, leaving, receiving })

/** What somebody said is not so is not made true by an event. */
function carried(now: TransferStanding): TransferStanding {
  return awaitsSettling(now)
    ? { ...now, state: 'stopped' }
    : { state: 'done', leaving: 'released', receiving: 'accepted' }
}

function isSettlement(command: TransferCommand): boolean {
  return command === 'uphold' || command === 'assign' || command === 'stop'
}

/** Something waits for the upper union. */
export function awaitsSettling({ state, leaving, receiving }: TransferStanding): boolean {
  return state === 'open' && (leaving === 'disputed' || receiving === 'disputed' || receiving === 'undecided')
}

/** 事实不符: all that a union can say against a transfer. The leaving one: 不是这个人, 劳动关系没有变. The receiving one: 不是这个人, 不在本单位工作. */
export const LeavingError = z.enum(['wrong-person', 'still-employed'])
export type LeavingError = z.infer<typeof LeavingError>
export const ReceivingError = z.enum(['wrong-person', 'not-here'])
export type ReceivingError = z.infer<typeof ReceivingError>
export const FactError = z.enum([...LeavingError.options, ...ReceivingError.options])
export type FactError = z.infer<typeof FactError>

/** 进度的一步. */
export const TransferStepKind = z.enum([
  'requested',
  'objected',
  'released',
  'silent',
  'accepted',
  'disputed-leaving',
  'disputed-receiving',
  'upheld',
  'assigned',
  'stopped',
  'lapsed',
  'redirected',
  'overtaken',
  'carried',
  'withdrawn',
  'done',
])
export type TransferStepKind = z.infer<typeof TransferStepKind>

/** 待办的对象: a transfer may ask the same kind of union twice (assigned again), so that its revision stands behind its id. */
export function taskSubjectOf(transfer: TransferId, revision: number): string {
  return `${transfer}.${revision}`
}

/** The transfer that a task is about; undefined for anything else. */
export function transferOfSubject(subject: string | undefined): TransferId | undefined {
  const parsed = TransferId.safeParse(subject?.split('.')[0])
  return parsed.success ? parsed.data : undefined
}
