import { membership as contract } from '../../../shared/contract/membership'
import { refuse, type Refusal } from '../../../shared/core/outcome'
import { privacyNotice } from '../../../shared/policy/privacy'
import { keepDocument, putDocument } from '../../_kernel/documents'
import { applications } from '../../_kernel/records/applications'
import { unions } from '../../_kernel/records/registry'
import { openQuota } from '../../_kernel/quota'
import { implement } from '../../_kernel/serve'
import { judgeElsewhere } from '../joining/elsewhere'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { enteringOnPaper } from './entering'
import { routeFor, type Routed } from './route-for'

type Input = (typeof contract.procedures.enterOnBehalf)['input']['_output']
type Refused = (typeof contract.procedures.enterOnBehalf.errors)[number]

/**
 * 代办入会 (APP-03): what an application, its decision and its approval write for somebody who applies themselves, in one go, because the paper was signed and
 * the committee has met. Number, route and duplicates are judged alike; nobody is told, as there is no account to tell.
 */
export const enterOnBehalf = implement(contract.procedures.enterOnBehalf, async (call) => {
  const { union: id, form } = call.input
  const { situation, retired, identity: typed, elsewhere } = form
  const asked = { union: id, situation, retired, identity: typed, memberElsewhere: elsewhere !== undefined }
  const routed = await routeFor(asked, call)
  if (!routed.ok) return routed
  const quota = await openQuota('entry', routed.data.identity.locks[0].slice(0, 12), call)
  if (!quota.ok) return quota
  const union = await call.store.get(unions, id)
  if (union?.status !== 'active') return refuse('UNION_NOT_ACTIVE')
  const policy = await policyOfUnion(union, call)
  const wrong =
    judgePaper(call.input, routed.data, policy.values.letter.version) ??
    (elsewhere === undefined ? undefined : await judgeElsewhere(elsewhere, policy, call))
  if (wrong !== undefined) {
    const spent = await quota.data.spend()
    return spent.ok ? wrong : spent
  }
  const paper = await putDocument(form.paper.picture, call)
  if (!paper.ok) return refuse('DOCUMENT_INVALID', { field: 'form.paper.picture' })

  const entering = await enteringOnPaper({ union, policy, form, paper: paper.data, routed: routed.data }, call)
  const { record } = entering
  return call.act(async (tx) => {
    const counted = await quota.data.spendIn(tx)
    if (!counted.ok) return counted
    const entered = await entering.write(tx)
    if (!entered.ok) return entered
    await keepDocument(tx, paper.data, { collection: applications.name, record })
    return entered
  })
})

/** The route has to offer this union, and the paper has to be of the text in force. */
function judgePaper(
  { form }: Input,
  { assessment: { result }, ours }: Routed,
  letterVersion: string,
): Refusal<Refused> | undefined {
  if (result.action === 'REJECT')
    return refuse(result.rules.includes('R01') ? 'PERSON_UNDER_AGE' : 'NOT_ELIGIBLE', { field: 'form.identity.number' })
  if (result.action === 'NEED_INFO') return refuse('NEED_INFO', { field: 'form.situation' })
  if (!ours)
    return refuse('UNION_NOT_OFFERED', {
      field: 'form.situation',
      message: '按“谁用工谁组织入会”，此人不归本会。请按推荐的工会，请本人到那里办理。',
    })
  if (form.paper.letterVersion !== letterVersion || form.paper.privacyVersion !== privacyNotice.version)
    return refuse('LETTER_OUTDATED', { message: '申请书有了新版本，请打印新的，请本人重新签名。' })
  return undefined
}
