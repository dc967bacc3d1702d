import { membership } from '../../shared/contract/membership'
import { succeed } from '../../shared/core/outcome'
import { JoinDraft } from '../../shared/membership/joining'
import { drafts } from '../_kernel/records/applications'
import { openJson, sealJson } from '../_kernel/secrets'
import { implement } from '../_kernel/serve'

/** 草稿: bound to the account, so that a second phone with the same WeChat goes on where the first stopped. */
const place = (account: string) => ({ collection: 'drafts', id: account, field: 'draft' })

export const loadDraft = implement(membership.procedures.loadDraft, async (call) => {
  const record = await call.store.get(drafts, call.account)
  if (record === undefined) return succeed({})
  return succeed({
    draft: openJson(call.sealer, place(call.account), JoinDraft, record.draft),
    savedAt: record.savedAt,
  })
})

export const saveDraft = implement(membership.procedures.saveDraft, async (call) => {
  const draft = sealJson(call.sealer, place(call.account), call.input.draft)
  const { step, proof } = call.input.draft
  return call.act(async (tx) => {
    await tx.put(drafts, {
      _id: call.account,
      step,
      draft,
      ...(proof === undefined ? {} : { proof }),
      savedAt: call.now,
    })
    return succeed({ savedAt: call.now })
  })
})

export const dropDraft = implement(membership.procedures.dropDraft, (call) =>
  call.act(async (tx) => {
    await tx.remove(drafts, call.account)
    return succeed({})
  }),
)
