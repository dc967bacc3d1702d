import type { FileId, PublicationId } from '../../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import type { PublicationFacts } from '../../../shared/org/publication'
import { keepDocument } from '../../_kernel/documents'
import { fileUses } from '../../_kernel/records/file-uses'
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

/** 图片在不在: each was put by the caller and is kept by no other record, or is this publication’s already. */
export async function picturesFor(
  pictures: readonly FileId[],
  publication: PublicationId,
  { files, store, account }: Pick<Call<unknown>, 'files' | 'store' | 'account'>,
): Promise<Outcome<void, 'DOCUMENT_MISSING'>> {
  for (const picture of pictures) {
    const [file, use] = await Promise.all([files.get(picture), store.get(fileUses, picture)])
    const kept = use?.collection === publications.name && use.record === publication
    const put = use === undefined && file?.owner === account && file.kind.startsWith('image/')
    if (!kept && !put)
      return refuse('DOCUMENT_MISSING', { field: 'facts.pictures', message: '图片过期了，请重新选一次。' })
  }
  return succeed(undefined)
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
