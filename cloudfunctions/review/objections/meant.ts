import type { ListVerdict } from '../../../shared/contract/review-electorate'
import { listObjections, ObjectionSecrets, type ListObjectionRecord } from '../../_kernel/records/elector-lists'
import { memberships } from '../../_kernel/records/memberships'
import { rosterOf } from '../../_kernel/roster'
import { openJson } from '../../_kernel/secrets'
import type { Call } from '../../_kernel/serve'

/**
 * 说的是不是此人: an objection changes the list for whom it is about and nobody else, or one of them would be leave to strike whomever those who are judged like to.
 * People write names as they know them: part of one is enough.
 */
export async function isMeant(
  verdict: ListVerdict,
  { _id, about, person, said }: ListObjectionRecord,
  { store, sealer }: Pick<Call<unknown>, 'store' | 'sealer'>,
): Promise<boolean> {
  if (verdict.kind === 'stands') return true
  const membership = await store.get(memberships, verdict.person)
  if (about === 'self') return [verdict.person, ...(membership?.earlier ?? [])].includes(person)
  const place = { collection: listObjections.name, id: _id, field: 'said' }
  const written = plain(openJson(sealer, place, ObjectionSecrets, said).name ?? '')
  const name = membership === undefined ? '' : plain(rosterOf(membership, { sealer }).name)
  return name !== '' && written !== '' && (name.includes(written) || written.includes(name))
}

/** Without what stands between the parts of a name. */
function plain(name: string): string {
  return name.replace(/[\s·•・.．]/g, '')
}
