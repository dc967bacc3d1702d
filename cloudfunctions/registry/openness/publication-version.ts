import { registry } from '../../../shared/contract/registry'
import { refuse, succeed } from '../../../shared/core/outcome'
import { publicationVersions } from '../../_kernel/records/publications'
import { implement } from '../../_kernel/serve'
import { readableBy, readsAsMember } from './readers'

/**
 * 以前的版本: for whoever may read the publication now. A version that was for members only stays theirs, even where a later one is for everybody.
 */
export const publicationVersion = implement(registry.procedures.publicationVersion, async (call) => {
  const { publication, version } = call.input
  const known = await readableBy(call, publication)
  if (!known.ok) return known
  const record = await call.store.get(publicationVersions, `${publication}:${version}`)
  if (record === undefined) return refuse('NOT_FOUND')
  if (record.audience === 'members' && !(await readsAsMember(known.data.union, call))) return refuse('NOT_FOUND')
  const { title, text, activity, from } = record
  return succeed({ title, text, from, ...(activity === undefined ? {} : { activity }) })
})
