import { registry } from '../../../shared/contract/registry'
import { refuse, succeed } from '../../../shared/core/outcome'
import { displayOf } from '../../_kernel/officer-display'
import { officers } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'

/** 干部照片: only while in office, shown, and agreed to. */
export const officerPhoto = implement(registry.procedures.officerPhoto, async (call) => {
  const officer = await call.store.get(officers, call.input.officer)
  if (officer === undefined || !officer.shown || (officer.until !== undefined && officer.until <= call.now))
    return refuse('NOT_FOUND')
  const { photo } = displayOf(officer, call.sealer)
  const file = photo === undefined ? undefined : await call.files.get(photo)
  if (file === undefined) return refuse('NOT_FOUND')
  return succeed({ picture: `data:${file.kind};base64,${Buffer.from(file.bytes).toString('base64')}` })
})
