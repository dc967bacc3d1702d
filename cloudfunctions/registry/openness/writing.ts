import type { FileId, PublicationId } from '../../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import type { PublicationFacts } from '../../../shared/org/publication'
import { keepDocument, mayKeepPictures } from '../../_kernel/documents'
import {
  publications,
  publicationVersions,
  type PublicationRecord,
  type PublicationVersionRecord,
} from '../../_kernel/records/publications'
import type { Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'

/** What a version holds of what was written. */
export function readableOf(facts: PublicationFacts) {
  const { audience, title, text, pictures } = facts
  return { audience, title, text, pictures, ...(facts.kind === 'activity' ? { activity: facts.activity } : {}) }
}

/** 图片在不在. */
export async function picturesFor(
  pictures: readonly FileId[],
  publication: PublicationId,
  call: Pick<Call<unknown>, 'files' | 'store' | 'account'>,
): Promise<Outcome<void, 'DOCUMENT_MISSING'>> {
  return (await mayKeepPictures(pictures, { collection: publications.name, record: publication }, call))
    ? succeed(undefined)
    : refuse('DOCUMENT_MISSING', { field: 'facts.pictures', message: '图片过期了，请重新选一次。' })
}

/** 写一个版本: the publication as it reads now, the version for its history, and the pictures that both show. At most eight operations. */
export async function writeVersion(tx: Transaction, record: PublicationRecord): Promise<void> {
  await tx.put(publications, record)
  await tx.insert(publicationVersions, versionOf(record))
  for (const picture of record.pictures)
    await keepDocument(tx, picture, { collection: publications.name, record: record._id })
}

function versionOf(record: PublicationRecord): PublicationVersionRecord {
  const { _id: publication, version, audience, title, text, pictures, activity, changedAt: from } = record
  return {
    _id: `${publication}:${version}`,
    publication,
    version,
    audience,
    title,
    text,
    pictures,
    from,
    ...(activity === undefined ? {} : { activity }),
  }
}
