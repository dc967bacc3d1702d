import { registry } from '../../../shared/contract/registry'
import { refuse, succeed } from '../../../shared/core/outcome'
import { pictureOf } from '../../_kernel/documents'
import { implement } from '../../_kernel/serve'
import { readableBy } from './readers'

/** 图片: only one that the publication shows now. */
export const publicationPicture = implement(registry.procedures.publicationPicture, async (call) => {
  const known = await readableBy(call, call.input.publication)
  if (!known.ok) return known
  const picture = known.data.pictures.includes(call.input.picture)
    ? await pictureOf(call.input.picture, call)
    : undefined
  return picture === undefined ? refuse('NOT_FOUND') : succeed({ picture })
})
