import { z } from 'zod'

/** 入会申请的状态. The draft is not an application yet: it lives with the account until it is sent. */
export const ApplicationState = z.enum(['submitted', 'returned', 'approved', 'rejected', 'withdrawn'])
export type ApplicationState = z.infer<typeof ApplicationState>

/** 对申请的操作: who may do it stands in the contract; here is only from where to where. */
export type ApplicationCommand =
  'approve' | 'return' | 'reject' | 'withdraw' | 'resubmit' | 'assign' | 'escalate' | 'remind'

type Next =
  { readonly to: ApplicationState } | { readonly refuse: 'APPLICATION_CLOSED' | 'NOT_RETURNED' | 'APPLICATION_CHANGED' }

const closed = { refuse: 'APPLICATION_CLOSED' } as const
const changed = { refuse: 'APPLICATION_CHANGED' } as const
const notReturned = { refuse: 'NOT_RETURNED' } as const
const to = (state: ApplicationState) => ({ to: state }) as const

/**
 * 审批流程 draft → submitted → returned → submitted … → approved / rejected / withdrawn, as data.
 * While an application is returned the person has the word: an officer who decides then saw an old state, and there is nobody to remind.
 */
export const applicationMachine = {
  submitted: {
    approve: to('approved'),
    return: to('returned'),
    reject: to('rejected'),
    withdraw: to('withdrawn'),
    resubmit: notReturned,
    assign: to('submitted'),
    escalate: to('submitted'),
    remind: to('submitted'),
  },
  returned: {
    approve: changed,
    return: changed,
    reject: changed,
    withdraw: to('withdrawn'),
    resubmit: to('submitted'),
    assign: changed,
    escalate: changed,
    remind: changed,
  },
  approved: endOf(),
  rejected: endOf(),
  withdrawn: endOf(),
} as const satisfies Readonly<Record<ApplicationState, Readonly<Record<ApplicationCommand, Next>>>>

function endOf() {
  return {
    approve: closed,
    return: closed,
    reject: closed,
    withdraw: closed,
    resubmit: closed,
    assign: closed,
    escalate: closed,
    remind: closed,
  } as const
}

/** The next state, or the code of the refusal. */
export function advance(state: ApplicationState, command: ApplicationCommand): Next {
  return applicationMachine[state][command]
}

/** An application that somebody still has to act on; a person has at most one. */
export function isOpen(state: ApplicationState): boolean {
  return state === 'submitted' || state === 'returned'
}

/** 退回原因: one tap each; the sentence the worker reads stands beside the pages. */
export const ReturnReason = z.enum(['name', 'number', 'mobile', 'unit', 'signature', 'proof', 'duplicate', 'other'])
export type ReturnReason = z.infer<typeof ReturnReason>

/** 不同意原因. */
export const RejectReason = z.enum(['not_employed_here', 'not_a_worker', 'already_member', 'under_age', 'other'])
export type RejectReason = z.infer<typeof RejectReason>

/** 时间线: one step in the life of an application, as the worker, the chair and the upper union see it. */
export const TimelineKind = z.enum([
  'submitted',
  'resubmitted',
  'returned',
  'approved',
  'rejected',
  'withdrawn',
  'assigned',
  'escalated',
  'reminded',
])
export type TimelineKind = z.infer<typeof TimelineKind>
