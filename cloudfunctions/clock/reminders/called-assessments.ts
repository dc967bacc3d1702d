import { isSentUp } from '../../../shared/home/standards/assessment'
import { calledDay, calledSubject } from '../../home/standards/called-task'
import { assessmentOf, callsOf, nearestCall } from '../../home/standards/assessments'
import type { UnionRecord } from '../../_kernel/records/registry'
import type { Looking, Reminder } from './reminder'

/**
 * 部署了评定 (docs/rules/standards.md, A1): every union below has it in its inbox until the day of the call; a call with another day asks anew. Made for one page of
 * unions: those of one place have the same few above them, and each of these is asked for its call once.
 */
export function calledAssessments(): Reminder {
  const known = new Map<string, ReturnType<ReturnType<typeof callsOf>>>()
  const callTo = (union: UnionRecord, year: number, { today, store }: Pick<Looking, 'today' | 'store'>) => {
    const callOf = (above: UnionRecord['_id']) => {
      const key = `${above}:${year}`
      const call = known.get(key) ?? callsOf(year, store)(above)
      known.set(key, call)
      return call
    }
    return nearestCall(union, callOf, today)
  }
  return {
    kind: 'assessment-called',
    asks: async (union, { today, store }) => {
      const call = await callTo(union, Number(today.slice(0, 4)), { today, store })
      if (call === undefined || call.until < today) return []
      return [{ subject: calledSubject(union._id, call.until), dueOn: call.until }]
    },
    standing: async (union, subject, { today, store }) => {
      const day = calledDay(subject)
      const year = Number(day.slice(0, 4))
      const [record, call] = await Promise.all([
        assessmentOf(union._id, year, store),
        callTo(union, year, { today, store }),
      ])
      if (isSentUp(record?.state)) return 'done'
      return call?.until === day && day >= today ? 'lacking' : 'over'
    },
  }
}
