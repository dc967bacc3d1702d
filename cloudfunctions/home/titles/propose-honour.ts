import { titleProcedures } from '../../../shared/contract/home-titles'
import { refuse, succeed } from '../../../shared/core/outcome'
import { mayPropose } from '../../../shared/home/titles/honour'
import { documents } from '../../../shared/policy/documents'
import { auditing } from '../../_kernel/audit'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { unions } from '../../_kernel/records/registry'
import { honourProposals, titles } from '../../_kernel/records/titles'
import { implement } from '../../_kernel/serve'
import { keeperOfUnion, titleId } from './keeping'

/** 推荐劳动奖状、奖章 (TH-23): the title is read in the transaction that keeps the proposal. */
export const proposeHonour = implement(titleProcedures.proposeHonour, async (call) => {
  const { union: id, level, honour } = call.input
  const union = await call.store.get(unions, id)
  if (union?.status !== 'active') return refuse('UNION_NOT_ACTIVE')
  const keeper = await keeperOfUnion(union, level, call.store)
  if (keeper === undefined) return refuse('TITLE_WITHOUT_KEEPER')
  const policy = await policyOfUnion(union, call)
  const source = policy.provenance.get('honourRule')
  const _id = `${id}:${level}:${honour}:${call.today.slice(0, 4)}`
  const audit = auditing(call, { action: 'honour.propose', subject: _id, union: id, content: { level, honour } })
  return call.act(async (tx) => {
    const title = await tx.get(titles, titleId(id, level))
    const verdict = mayPropose(level, { [level]: title?.state ?? 'none' }, policy.values.honourRule)
    if (verdict.kind === 'needs')
      return refuse('TITLE_MISSING', {
        field: 'level',
        message: `工会要先获得同级模范职工之家，才能推荐（${source === undefined ? '' : `${documents[source.source].short} ${source.clause}`}）。`,
      })
    if ((await tx.get(honourProposals, _id)) !== undefined) return refuse('HONOUR_PROPOSED')
    const { held } = verdict
    const [unionName, by] = [union.name, call.account]
    await tx.insert(honourProposals, {
      _id,
      union: id,
      unionName,
      keeper: keeper._id,
      level,
      honour,
      held,
      on: call.today,
      by,
    })
    // Held until here: a title that is withdrawn meanwhile lets one of the two begin again.
    if (title !== undefined) await tx.put(titles, title)
    await audit(tx)
    return succeed({ held })
  })
})
