import type { FileId } from '../../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import { papersMissing, type PaperKind, type UnionEventKind } from '../../../shared/membership/union-event'
import { fileUses } from '../../_kernel/records/file-uses'
import type { Call } from '../../_kernel/serve'

/** 材料齐不齐: every paper that the kind asks for, each a picture that no other record keeps. */
export async function papersFor(
  kind: UnionEventKind,
  papers: readonly { readonly paper: PaperKind; readonly file: FileId }[],
  call: Pick<Call<unknown>, 'files' | 'store'>,
): Promise<Outcome<void, 'DOCUMENT_MISSING'>> {
  const [missing] = papersMissing(
    kind,
    papers.map(({ paper }) => paper),
  )
  if (missing !== undefined) return refuse('DOCUMENT_MISSING', { field: `papers.${missing}` })
  return freshPictures(papers, call)
}

/** Each a picture that is still kept, and that no other record keeps. */
export async function freshPictures(
  papers: readonly { readonly file: FileId }[],
  { files, store }: Pick<Call<unknown>, 'files' | 'store'>,
): Promise<Outcome<void, 'DOCUMENT_MISSING'>> {
  for (const { file } of papers) {
    const [stored, kept] = [await files.get(file), await store.get(fileUses, file)]
    if (stored === undefined || !stored.kind.startsWith('image/') || kept !== undefined)
      return refuse('DOCUMENT_MISSING', { field: 'papers', message: '材料的照片过期了，请重新拍。' })
  }
  return succeed(undefined)
}
