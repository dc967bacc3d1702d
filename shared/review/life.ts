/** 评家的一生: phases of a review and what may happen in each, as data (VOTE-01 to VOTE-05; the order announcement, receiving, voting keeps who received apart in time from what was cast). */
export const reviewPhases = ['announced', 'receiving', 'voting', 'closed', 'published', 'called-off'] as const
export type ReviewPhase = (typeof reviewPhases)[number]

/**
 * `receive` is the elector’s, `cast` and `remark` are nobody’s; `tick` 在场领取纸质选票; `count-paper` 两名计票人录入; `object` and `settle` 对名单的异议及其处理;
 * `hand-out` 制作调查码, which is over when receiving begins, so that how many may vote stands as it does for a list; `take-back` 收回调查码; `draw` 抽取; `call-off` 撤销本次评家, as long as nobody can have voted.
 */
export const reviewSteps = [
  'object',
  'settle',
  'hand-out',
  'take-back',
  'draw',
  'call-off',
  'open-receiving',
  'receive',
  'open-voting',
  'cast',
  'remark',
  'tick',
  'close',
  'count-paper',
  'publish',
] as const
export type ReviewStep = (typeof reviewSteps)[number]

export type ReviewRefusal =
  | 'REVIEW_NOT_YET'
  | 'REVIEW_TOO_LATE'
  | 'REVIEW_CALLED_OFF'
  /** Voting waits until every objection to the electorate is settled. */
  | 'REVIEW_OBJECTION_OPEN'

/** What a phase alone refuses. */
export type PhaseRefusal = Exclude<ReviewRefusal, 'REVIEW_OBJECTION_OPEN'>

export type NextPhase = { readonly to: ReviewPhase } | { readonly refuse: ReviewRefusal }

const to = (phase: ReviewPhase) => ({ to: phase }) as const
const notYet = { refuse: 'REVIEW_NOT_YET' } as const
const tooLate = { refuse: 'REVIEW_TOO_LATE' } as const
const calledOff = { refuse: 'REVIEW_CALLED_OFF' } as const

export const reviewMachine = {
  announced: {
    object: to('announced'),
    settle: to('announced'),
    'hand-out': to('announced'),
    'take-back': to('announced'),
    draw: to('announced'),
    'call-off': to('called-off'),
    'open-receiving': to('receiving'),
    receive: notYet,
    'open-voting': notYet,
    cast: notYet,
    remark: notYet,
    tick: notYet,
    close: notYet,
    'count-paper': notYet,
    publish: notYet,
  },
  receiving: {
    object: to('receiving'),
    settle: to('receiving'),
    'hand-out': tooLate,
    'take-back': to('receiving'),
    draw: to('receiving'),
    'call-off': to('called-off'),
    'open-receiving': tooLate,
    receive: to('receiving'),
    'open-voting': to('voting'),
    cast: notYet,
    remark: notYet,
    tick: notYet,
    close: notYet,
    'count-paper': notYet,
    publish: notYet,
  },
  voting: {
    ...everything(tooLate),
    receive: to('voting'),
    cast: to('voting'),
    remark: to('voting'),
    tick: to('voting'),
    close: to('closed'),
    'count-paper': notYet,
    publish: notYet,
  },
  closed: { ...everything(tooLate), 'count-paper': to('closed'), publish: to('published') },
  published: everything(tooLate),
  'called-off': everything(calledOff),
} as const satisfies Readonly<Record<ReviewPhase, Readonly<Record<ReviewStep, NextPhase>>>>

function everything<Answer extends NextPhase>(answer: Answer) {
  return {
    object: answer,
    settle: answer,
    'hand-out': answer,
    'take-back': answer,
    draw: answer,
    'call-off': answer,
    'open-receiving': answer,
    receive: answer,
    'open-voting': answer,
    cast: answer,
    remark: answer,
    tick: answer,
    close: answer,
    'count-paper': answer,
    publish: answer,
  } as const
}

/** The next phase, or the code of the refusal. */
export function stepped(
  { phase, openObjections }: { readonly phase: ReviewPhase; readonly openObjections: number },
  step: ReviewStep,
): NextPhase {
  const next = reviewMachine[phase][step]
  const waits = step === 'open-voting' && 'to' in next && openObjections > 0
  return waits ? { refuse: 'REVIEW_OBJECTION_OPEN' } : next
}
