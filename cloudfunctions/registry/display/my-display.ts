import { registry } from '../../../shared/contract/registry'
import { refuse, succeed } from '../../../shared/core/outcome'
import { displayNotice } from '../../../shared/policy/privacy'
import { displayOf } from '../../_kernel/officer-display'
import { officers } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'

/** 我公开了什么. */
export const myDisplay = implement(registry.procedures.myDisplay, async (call) => {
  const officer = await call.store.get(officers, `${call.input.union}:${call.account}`)
  if (officer === undefined || (officer.until !== undefined && officer.until <= call.now)) return refuse('NOT_FOUND')
  const { phone, photo } = displayOf(officer, call.sealer)
  return succeed({
    officer: officer._id,
    notice: displayNotice,
    shown: officer.shown,
    photo: photo !== undefined,
    ...(phone === undefined ? {} : { phone }),
    ...(officer.displayConsent === undefined ? {} : { agreedAt: officer.displayConsent.at }),
  })
})
