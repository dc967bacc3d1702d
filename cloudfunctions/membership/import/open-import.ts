import { importProcedures } from '../../../shared/contract/membership-import'
import { ImportId } from '../../../shared/core/ids'
import { succeed } from '../../../shared/core/outcome'
import { noRows } from '../../../shared/roster/import'
import { auditing } from '../../_kernel/audit'
import { openQuota } from '../../_kernel/quota'
import { imports, type ImportRecord } from '../../_kernel/records/imports'
import { implement } from '../../_kernel/serve'
import { sealedSecrets, viewOf } from './job'

/** 开始导入: a file that was cut off on its way goes on where it stopped; any other begins anew, the same one as well, since its effects are made once. */
export const openImport = implement(importProcedures.openImport, async (call) => {
  const { union, fileName, bytes } = call.input
  const digest = fileDigest(call.input.digest, call)
  const equals = { union, by: call.account, digest }
  const earlier = await call.store.find(imports, { index: 'byFile', equals, limit: 50 })
  const unfinished = earlier.documents.find((one) => one.state === 'uploading' && one.bytes === bytes)
  if (unfinished !== undefined) return succeed(viewOf(unfinished, call))
  const quota = await openQuota('file', digest.slice(0, 12), call)
  if (!quota.ok) return quota

  const _id = ImportId.parse(call.random.id())
  const record: ImportRecord = {
    _id,
    union,
    by: call.account,
    state: 'uploading',
    step: 0,
    secrets: sealedSecrets(_id, { fileName }, call),
    digest,
    bytes,
    pieces: 0,
    run: 0,
    rows: 0,
    pages: 0,
    next: 0,
    checked: noRows,
    applied: noRows,
    createdAt: call.now,
    touchedAt: call.now,
  }
  const audit = auditing(call, { action: 'import.open', subject: _id, union, content: { bytes, digest } })
  return call.act(async (tx) => {
    const spent = await quota.data.spendIn(tx)
    if (!spent.ok) return spent
    await tx.insert(imports, record)
    await audit(tx)
    return succeed(viewOf(record, call))
  })
})

/** A roster of few people could be guessed from a plain digest. */
export function fileDigest(
  digest: string,
  { indexer }: { readonly indexer: { lockId(text: string): string } },
): string {
  return indexer.lockId(`import-file:${digest}`)
}
