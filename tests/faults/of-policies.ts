import { provisions } from '../../cloudfunctions/_kernel/records/provisions'
import { castUnions, stage } from '../../local/demo/personas'
import { daysAfter } from '../../shared/core/calendar'
import type { UnionId } from '../../shared/core/ids'
import { chinaDay } from '../../shared/core/time'
import { granted, type TestSystem } from '../system'
import { asked, type Cases } from './attempt'
import type { Peopled } from './of-rounds'
import { audited, inOffice } from './ready'

/** A district: the city above it may decide there. */
const union = castUnions.shinan.id

/** What an officer of a general union proposes. */
export function rule({ runtime }: Pick<TestSystem, 'runtime'>, at: UnionId = union) {
  const effectiveFrom = daysAfter(chinaDay(runtime.now()), 3)
  return { union: at, key: 'approvalWorkingDays', value: 7, effectiveFrom, clause: '《审批办法》第三条' }
}

/** A rule that somebody proposed, and two who are in office there. */
export async function proposedRule(system: Peopled, at: UnionId = union) {
  const [{ as }, { as: other }] = [await inOffice(system, at, 'organiser'), await inOffice(system, at, 'deputy')]
  const { provision } = granted(await system.ask(as, 'registry', 'proposeProvision', rule(system, at)))
  return { as, other, union: at, provision }
}

const open = ({ runtime }: TestSystem) =>
  runtime.store.count(provisions, { index: 'byUnion', equals: { union, state: 'proposed' } })

/** 本地规定: proposed, decided, taken back. */
export const policyAttempts: Readonly<Record<string, Cases>> = {
  policies: asked('demo-city', { region: stage.community }),
  policyDesk: {
    'look what is open': async (system) => ({ as: (await proposedRule(system)).other, input: { union } }),
  },
  proposeProvision: {
    'propose a rule': async (system) => {
      const { as } = await inOffice(system, union, 'organiser')
      const before = await open(system)
      return { as, input: rule(system), effects: async () => (await open(system)) - before }
    },
    'propose a letter': async (system) => {
      const { as } = await inOffice(system, union, 'organiser')
      const value = { title: '入会申请书', text: '我自愿加入工会，遵守工会章程，执行工会决议，积极参加工会活动。' }
      const before = await open(system)
      const effects = async () => (await open(system)) - before
      return { as, input: { ...rule(system), key: 'letter', value }, effects }
    },
  },
  decideProvision: {
    'adopt it': (system) => deciding(system, { kind: 'adopt' }),
    'reject it': (system) => deciding(system, { kind: 'reject', reason: '再议' }),
  },
  withdrawProvision: {
    'take it back': async (system) => {
      const { as, provision } = await proposedRule(system)
      return { as, input: { union, provision }, effects: () => audited(system, provision, 'policy.withdraw') }
    },
  },
}

async function deciding(system: TestSystem, verdict: { readonly kind: 'adopt' | 'reject'; readonly reason?: string }) {
  const { other: as, provision } = await proposedRule(system)
  const effects = () => audited(system, provision, `policy.${verdict.kind}`)
  return { as, input: { union, provision, verdict }, effects }
}
