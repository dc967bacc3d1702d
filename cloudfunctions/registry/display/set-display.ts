import type { z } from 'zod'
import { registry } from '../../../shared/contract/registry'
import type { FileId } from '../../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import { displayNotice } from '../../../shared/policy/privacy'
import { auditing } from '../../_kernel/audit'
import { displayOf, unpublished } from '../../_kernel/officer-display'
import { officers, type OfficerDisplay } from '../../_kernel/records/registry'
import { sealJson } from '../../_kernel/secrets'
import { implement, type Call } from '../../_kernel/serve'

type Wanted = z.output<typeof registry.procedures.setDisplay.input>['display']

/** 双亮的同意与撤回: what is no longer agreed to is gone from the record at once; its picture goes with the sweep. */
export const setDisplay = implement(registry.procedures.setDisplay, async (call) => {
  const { union, display: wanted } = call.input
  const id = `${union}:${call.account}`
  const seen = await call.store.get(officers, id)
  if (seen === undefined) return refuse('NOT_FOUND')
  const published = await publishedOf(wanted, displayOf(seen, call.sealer), call)
  if (!published.ok) return published
  const audit = auditing(call, { action: `display.${wanted.kind}`, subject: id, union })
  return call.act(async (tx) => {
    const officer = await tx.get(officers, id)
    if (officer === undefined) return refuse('NOT_FOUND')
    // Taking it back is possible for good, publishing only in office.
    if (wanted.kind !== 'nothing' && officer.until !== undefined && officer.until <= call.now)
      return refuse('NOT_FOUND')
    await tx.put(officers, {
      ...unpublished(officer),
      shown: wanted.kind !== 'nothing',
      ...(published.data === undefined
        ? {}
        : {
            display: sealJson<OfficerDisplay>(
              call.sealer,
              { collection: 'officers', id, field: 'display' },
              published.data,
            ),
            displayConsent: { version: displayNotice.version, at: call.now },
          }),
    })
    await audit(tx)
    return succeed({})
  })
})

/** A mobile number, or a land line with its area code. */
const phoneForm = /^(1\d{10}|0\d{2,3}-?\d{7,8}(-\d{1,6})?)$/
const largestPhoto = 40 * 1024

async function publishedOf(
  wanted: Wanted,
  before: OfficerDisplay,
  call: Pick<Call<unknown>, 'files' | 'account'>,
): Promise<Outcome<OfficerDisplay | undefined, 'PHOTO_INVALID' | 'DISPLAY_OUTDATED' | 'PHONE_INVALID'>> {
  if (wanted.kind !== 'contact') return succeed(undefined)
  if (wanted.consent !== displayNotice.version) return refuse('DISPLAY_OUTDATED')
  if (wanted.phone !== undefined && !phoneForm.test(wanted.phone)) return refuse('PHONE_INVALID', { field: 'phone' })
  const photo = await photoOf(wanted.photo, before.photo, call)
  if (!photo.ok) return photo
  return succeed({
    ...(wanted.phone === undefined ? {} : { phone: wanted.phone }),
    ...(photo.data === undefined ? {} : { photo: photo.data }),
  })
}

async function photoOf(
  photo: string,
  before: FileId | undefined,
  { files, account: owner }: Pick<Call<unknown>, 'files' | 'account'>,
): Promise<Outcome<FileId | undefined, 'PHOTO_INVALID'>> {
  if (photo === 'none') return succeed(undefined)
  if (photo === 'keep') return succeed(before)
  const bytes = Buffer.from(photo, 'base64')
  if (bytes.length > largestPhoto) return refuse('PHOTO_INVALID', { field: 'photo' })
  const kind = bytes[0] === 0x89 ? 'image/png' : 'image/jpeg'
  const stored = await files.put({ kind, bytes, owner })
  return stored.ok ? succeed(stored.id) : refuse('PHOTO_INVALID', { field: 'photo' })
}
