import { mostPlaces } from '../../../shared/org/publication'
import { signUps, type PublicationRecord } from '../../_kernel/records/publications'
import type { Call } from '../../_kernel/serve'

/** 报名人数: those who are kept, counted by index, and those who were forgotten. */
export async function signedUp(
  { _id: publication, forgotten = 0 }: PublicationRecord,
  { store }: Pick<Call<unknown>, 'store'>,
): Promise<number> {
  const kept = { index: 'byPublication', equals: { publication }, atMost: mostPlaces }
  return forgotten + (await store.count(signUps, kept))
}
