import { noPaper, type PaperCount } from '../../../shared/review/paper-count'
import type { ReviewId } from '../../../shared/core/ids'
import { PaperEntries, paperCounts, type PaperCountRecord } from '../records/review-counts'
import type { Runtime } from '../runtime'
import { openJson } from '../secrets'
import { countOfChannel } from './channels'

type Ports = Pick<Runtime, 'store' | 'sealer'>

export function openEntries(record: PaperCountRecord, { sealer }: Pick<Runtime, 'sealer'>): PaperEntries {
  const place = { collection: paperCounts.name, id: record._id, field: 'entries' }
  return openJson(sealer, place, PaperEntries, record.entries)
}

/** 纸质计票已定: what both tellers counted, nothing where nobody took a paper; undefined as long as papers wait for their tellers. */
export async function settledPaper(review: ReviewId, { store, sealer }: Ports): Promise<PaperCount | undefined> {
  const record = await store.get(paperCounts, review)
  if (record?.state === 'agreed') return openEntries(record, { sealer })[0]?.count
  return (await countOfChannel(review, 'paper', store)) === 0 ? noPaper : undefined
}
