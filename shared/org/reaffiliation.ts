import { z } from 'zod'

/**
 * 变更隶属 (ORG-13: 003 二(六)): the upper union that has it asks, the one that is to have it takes it or not. From then on it is below the other; `carrying` as long
 * as the unions below it are told their new line.
 */
export const ReaffiliationState = z.enum(['asked', 'refused', 'withdrawn', 'carrying', 'done'])
export type ReaffiliationState = z.infer<typeof ReaffiliationState>

type Command = 'take' | 'refuse' | 'withdraw' | 'arrive'
type Next = { readonly to: ReaffiliationState } | { readonly refuse: 'REAFFILIATION_CHANGED' }

const changed = { refuse: 'REAFFILIATION_CHANGED' } as const
const to = (state: ReaffiliationState) => ({ to: state }) as const
const over = { take: changed, refuse: changed, withdraw: changed, arrive: changed }

export const reaffiliationMachine = {
  asked: { take: to('carrying'), refuse: to('refused'), withdraw: to('withdrawn'), arrive: changed },
  carrying: { ...over, arrive: to('done') },
  refused: over,
  withdrawn: over,
  done: over,
} as const satisfies Readonly<Record<ReaffiliationState, Readonly<Record<Command, Next>>>>

export function advanceReaffiliation(state: ReaffiliationState, command: Command): Next {
  return reaffiliationMachine[state][command]
}
