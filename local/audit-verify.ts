import { resolve } from 'node:path'
import { verifyAudit } from '../cloudfunctions/_kernel/audit-chain/verify'
import { auditHeads } from '../cloudfunctions/_kernel/records/upkeep'
import { CannotOpenStore } from '../cloudfunctions/_kernel/store/sqlite-files'
import { CannotStart } from './data-folder'
import { openLocalSystem } from './runtime'

/** `npm run audit:verify`: walks every chain of DATA_DIR and prints what does not fit; exit code 1 where something does not. */
async function main(): Promise<void> {
  const system = openLocalSystem({ folder: resolve(process.env['DATA_DIR'] ?? 'data'), origin: 'http://127.0.0.1' })
  const { store } = system.runtime
  const chains = await store.count(auditHeads, { index: 'byTime', equals: {} })
  const findings = await verifyAudit(store)
  for (const { chain, seq, says } of findings) console.log(`${chain} ${seq} ${says}`)
  console.log(`${chains} chains, ${findings.length} findings`)
  await system.close()
  if (findings.length > 0) process.exitCode = 1
}

main().catch((fault: unknown) => {
  console.error(fault instanceof CannotStart || fault instanceof CannotOpenStore ? fault.message : fault)
  process.exit(1)
})
