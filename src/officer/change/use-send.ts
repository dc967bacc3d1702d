import { membership } from '../../../shared/contract/membership'
import type { ExpelReason, RetainReason } from '../../../shared/contract/membership-states'
import type { PersonId, UnionId, UnitId } from '../../../shared/core/ids'
import { IsoDate } from '../../../shared/core/time'
import { unreachable } from '../../../shared/core/unreachable'
import { dayText } from '../../pages/today'
import { useAct } from '../../services/use-act'
import type { ChangeKind } from '../parts/change-texts'

/** What was answered so far; the last page sends it. */
export interface ChangeAnswers {
  readonly retainReason?: RetainReason
  readonly expelReason?: ExpelReason
  readonly to?: { readonly union: UnionId; readonly name: string } | undefined
  readonly payer?: { readonly unit: UnitId; readonly name: string } | undefined
  readonly day?: string
  readonly paper?: string | undefined
}

interface Of {
  readonly union: UnionId
  readonly person: PersonId
  readonly kind: ChangeKind
}

/** Sends the change to the procedure it belongs to; the answer is what the officer reads in the end, undefined where it was refused. */
export function useSend({ union, person, kind }: Of) {
  const change = useAct(membership, 'changeMembership')
  const propose = useAct(membership, 'proposeExpulsion')
  const entrust = useAct(membership, 'entrust')
  const end = useAct(membership, 'endEntrust')
  const keep = useAct(membership, 'keepOnFile')

  async function send(answers: ChangeAnswers): Promise<string | undefined> {
    const read = IsoDate.safeParse(answers.day)
    if (!read.success) return undefined
    const on = read.data
    const { retainReason: reason, expelReason, to, payer, paper } = answers
    const document = paper === undefined ? {} : { document: paper }
    switch (kind) {
      case 'retain': {
        if (reason === undefined) return undefined
        const sent = await change.run({ union, person, change: { kind, reason, on }, ...document })
        return sent.ok ? '会籍已经保留，本人会收到消息。' : undefined
      }
      case 'resume':
      case 'leave':
      case 'decease': {
        const sent = await change.run({ union, person, change: { kind, on }, ...document })
        return sent.ok ? '已经登记，会籍变动里有这一条。' : undefined
      }
      case 'expel': {
        if (expelReason === undefined || paper === undefined) return undefined
        const sent = await propose.run({ union, person, reason: expelReason, decidedOn: on, document: paper })
        return sent.ok ? `已报${sent.data.above}，最晚 ${dayText(sent.data.dueOn)}办理；备案前会籍不变。` : undefined
      }
      case 'entrust': {
        if (to === undefined || payer === undefined) return undefined
        const agreement = paper === undefined ? {} : { agreement: paper }
        const sent = await entrust.run({ union, person, to: to.union, payingUnit: payer.unit, since: on, ...agreement })
        return sent.ok ? `已委托${to.name}管理，会籍和投票仍在本会。` : undefined
      }
      case 'end-entrust': {
        const sent = await end.run({ union, person, on })
        return sent.ok ? '委托已经结束，由本会直接管理。' : undefined
      }
      case 'contract': {
        const sent = await keep.run({ union, person, fact: { kind, until: on } })
        return sent.ok ? '记下了，到期那天工作台会提醒。' : undefined
      }
      case 'secondment': {
        const sent = await keep.run({ union, person, fact: { kind, since: on } })
        return sent.ok ? '记下了，满六个月工作台会提醒。' : undefined
      }
      default:
        return unreachable(kind)
    }
  }

  const acts = [change, propose, entrust, end, keep]
  return {
    send,
    busy: acts.some(({ busy }) => busy),
    problem: acts.map(({ problem }) => problem).find((problem) => problem !== undefined),
  }
}
