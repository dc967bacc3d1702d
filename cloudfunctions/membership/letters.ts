import { membership } from '../../shared/contract/membership'
import { succeed } from '../../shared/core/outcome'
import { maskName } from '../../shared/identity/mask'
import { applications, type ApplicationRecord } from '../_kernel/records/applications'
import { implement, type Call } from '../_kernel/serve'
import { hasActiveBelow } from '../_kernel/unions/below'
import { secretsOf } from './applicant'

const pageSize = 30

/** 入会申请书: those this union approved, or, where it leads other unions, those approved directly below (003 annex 2, 一式两份). */
export const letters = implement(membership.procedures.letters, async (call) => {
  const { union, cursor } = call.input
  const leads = await hasActiveBelow(union, call.store)
  const page = await call.store.find(applications, {
    ...(leads
      ? { index: 'approvedBelow', equals: { above: union } }
      : { index: 'approvedAt', equals: { union }, from: '' }),
    order: 'descending',
    limit: pageSize,
    ...(cursor === undefined ? {} : { cursor }),
  })
  return succeed({
    rows: page.documents.flatMap((application) => rowOf(application, call)),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  })
})

function rowOf(application: ApplicationRecord, call: Pick<Call<unknown>, 'sealer'>) {
  const { _id, union, unionName, approvedOn, letter, hasWechat } = application
  if (approvedOn === undefined) return []
  return [
    {
      application: _id,
      union,
      unionName,
      maskedName: maskName(secretsOf(application, call).name),
      approvedOn,
      signed: letter.signature !== undefined,
      onPaper: letter.paper !== undefined,
      // Whoever sent it themselves did so in WeChat.
      hasWechat: hasWechat ?? true,
    },
  ]
}
