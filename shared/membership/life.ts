import { z } from 'zod'

/**
 * 会籍的一生: states and what may happen in each, as data. Sources: 003 二(六)、四4 and 总工发〔2016〕35号 (REQUIREMENTS D1) for the states and what they carry;
 * 004 8 会员组织关系随劳动关系流动.
 */
export const MembershipState = z.enum(['active', 'retained', 'left', 'expelled', 'deceased'])
export type MembershipState = z.infer<typeof MembershipState>

/**
 * 会籍变动: `move` changes the union and nothing else, so that somebody retained moves too when their union ends; `resume` takes a retained membership up
 * again; `change-workplace` keeps union and state (R60), only the unit is another; `rejoin` begins a new one under the old number; `entrust` and `end-entrust` are a relation of an active membership, never a state;
 * `reinstate` takes back what was recorded in error.
 */
export const LifeChange = z.enum([
  'move',
  'resume',
  'retain',
  'leave',
  'expel',
  'decease',
  'rejoin',
  'reinstate',
  'entrust',
  'end-entrust',
  'change-workplace',
])
export type LifeChange = z.infer<typeof LifeChange>

export type LifeRefusal = 'MEMBERSHIP_ENDED' | 'MEMBERSHIP_RETAINED' | 'NOT_RETAINED' | 'STILL_MEMBER_HERE'

export type NextState = { readonly to: MembershipState } | { readonly refuse: LifeRefusal }

const to = (state: MembershipState) => ({ to: state }) as const
const ended = { refuse: 'MEMBERSHIP_ENDED' } as const
const retained = { refuse: 'MEMBERSHIP_RETAINED' } as const
const notRetained = { refuse: 'NOT_RETAINED' } as const
const still = { refuse: 'STILL_MEMBER_HERE' } as const

export const membershipMachine = {
  active: {
    move: to('active'),
    resume: notRetained,
    retain: to('retained'),
    leave: to('left'),
    expel: to('expelled'),
    decease: to('deceased'),
    rejoin: still,
    reinstate: still,
    entrust: to('active'),
    'end-entrust': to('active'),
    'change-workplace': to('active'),
  },
  retained: {
    move: to('retained'),
    resume: to('active'),
    retain: retained,
    leave: to('left'),
    expel: to('expelled'),
    decease: to('deceased'),
    rejoin: still,
    reinstate: still,
    entrust: retained,
    'end-entrust': retained,
    'change-workplace': retained,
  },
  left: { ...endOf(), rejoin: to('active'), reinstate: to('active') },
  expelled: { ...endOf(), reinstate: to('active') },
  deceased: { ...endOf(), reinstate: to('active') },
} as const satisfies Readonly<Record<MembershipState, Readonly<Record<LifeChange, NextState>>>>

function endOf() {
  return {
    move: ended,
    resume: ended,
    retain: ended,
    leave: ended,
    expel: ended,
    decease: ended,
    rejoin: ended,
    reinstate: ended,
    entrust: ended,
    'end-entrust': ended,
    'change-workplace': ended,
  } as const
}

/** The next state, or the code of the refusal. */
export function changed(state: MembershipState, change: LifeChange): NextState {
  return membershipMachine[state][change]
}

/** What a membership carries. 保留会籍: no dues and no 选举权、被选举权、表决权 (总工发〔2016〕35号); the card goes on saying that they are a member. */
export interface Entitlements {
  readonly votes: boolean
  readonly paysDues: boolean
  /** In the rates of REQUIREMENTS A8: retained members are not counted. */
  readonly counted: boolean
  readonly carriesCard: boolean
}

const nothing: Entitlements = { votes: false, paysDues: false, counted: false, carriesCard: false }
export const entitlements: Readonly<Record<MembershipState, Entitlements>> = {
  active: { votes: true, paysDues: true, counted: true, carriesCard: true },
  retained: { votes: false, paysDues: false, counted: false, carriesCard: true },
  left: nothing,
  expelled: nothing,
  deceased: nothing,
}

/** Somebody is a member: one union holds the membership. */
export function isHeld(state: MembershipState): state is 'active' | 'retained' {
  return state === 'active' || state === 'retained'
}

/** 变动原因: one tap each; the words that people read stand beside the pages. */
export const ChangeReason = z.enum([
  'changed-unit',
  'union-founded',
  'union-merged',
  'union-dissolved',
  'secondment',
  'moved-home',
  'working-again',
  'retired',
  'unemployed',
  'army',
  'unit-closed',
  'own-request',
  'six-months-away',
  'moved-outside',
  'criminal',
  'against-charter',
  'deceased',
  'applied-again',
  'recorded-in-error',
  'dispatch-agreement',
  'agreement-ended',
])
export type ChangeReason = z.infer<typeof ChangeReason>

/** Which reasons a change can have (总工发〔2016〕35号 for 保留、退会、开除; seed 004 8 for the moves). */
export const changeReasons: Readonly<Record<LifeChange, readonly ChangeReason[]>> = {
  move: [
    'changed-unit',
    'union-founded',
    'union-merged',
    'union-dissolved',
    'secondment',
    'moved-home',
    'recorded-in-error',
  ],
  resume: ['working-again'],
  retain: ['retired', 'unemployed', 'army', 'unit-closed'],
  leave: ['own-request', 'six-months-away', 'moved-outside'],
  expel: ['criminal', 'against-charter'],
  decease: ['deceased'],
  rejoin: ['applied-again'],
  reinstate: ['recorded-in-error'],
  entrust: ['dispatch-agreement'],
  'end-entrust': ['agreement-ended', 'changed-unit'],
  'change-workplace': ['changed-unit', 'secondment'],
}

export function isReasonFor(change: LifeChange, reason: ChangeReason): boolean {
  return changeReasons[change].includes(reason)
}
