import { membership as contract } from '../../../shared/contract/membership'
import { succeed } from '../../../shared/core/outcome'
import { unions } from '../../_kernel/records/registry'
import { implement, type Call } from '../../_kernel/serve'
import { newWorkplace } from './staying'
import { noticeOf } from './notice'
import { whereTo, type WhereTo } from './where-to'

/** 我要转到哪里: the answer before anything is sent. */
export const previewTransfer = implement(contract.procedures.previewTransfer, async (call) => {
  const routed = await whereTo(call.input, call)
  if (!routed.ok) return routed
  const { mine, change, offered, review, reviewer, assessment } = routed.data
  const { union } = mine.member
  const { days, releasesOn } = await noticeOf(change, union, call)
  return succeed({
    from: { union, name: (await call.store.get(unions, union))?.name ?? '' },
    change,
    offered: [...offered],
    review,
    ...(reviewer === undefined ? {} : { reviewer }),
    sentence: assessment.explanation.sentence,
    clauses: [...assessment.explanation.clauses],
    notes: [...assessment.explanation.notes],
    ...(await staysOf(routed.data, call)),
    noticeDays: days,
    ...(releasesOn === undefined ? {} : { releasesOn }),
  })
})

async function staysOf(routed: WhereTo, call: Call<unknown>) {
  if ((await newWorkplace(routed, call)) !== 'new') return {}
  return { stays: { unitName: routed.known.unitName, earlierUnitName: routed.mine.member.unitName } }
}
