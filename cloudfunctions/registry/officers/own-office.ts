import type { UnionId } from '../../../shared/core/ids'
import { officers, type OfficerRecord } from '../../_kernel/records/registry'
import type { Call } from '../../_kernel/serve'
import type { Reader } from '../../_kernel/store/port'

/** 我在这个工会的职务, in office now. */
export async function ownOffice(
  reader: Reader,
  union: UnionId,
  { account, now }: Pick<Call<unknown>, 'account' | 'now'>,
): Promise<OfficerRecord | undefined> {
  const officer = await reader.get(officers, `${union}:${account}`)
  return officer !== undefined && isInOffice(officer, now) ? officer : undefined
}

export function isInOffice({ until }: OfficerRecord, now: OfficerRecord['since']): boolean {
  return until === undefined || until > now
}
