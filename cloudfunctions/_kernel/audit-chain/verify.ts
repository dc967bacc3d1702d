import { chainsAfter } from './chains'
import { beginning, walkStretch, type AuditFinding, type Place, type Reads } from './stretch'

/** Chains read of at a time. */
const together = 500

/**
 * 验链: walks a chain from its first link and compares it with its head and with everything that other chains witnessed of it. An empty answer means that
 * every entry is as it was written, in its place, and none is gone.
 */
export async function verifyChain(store: Reads, chain: string): Promise<readonly AuditFinding[]> {
  const findings: AuditFinding[] = []
  let from: Place | undefined = beginning
  while (from !== undefined) {
    const stretch = await walkStretch(store, chain, from, Infinity)
    findings.push(...stretch.findings)
    from = stretch.reached
  }
  return findings
}

/** Every chain there is. */
export async function verifyAudit(store: Reads): Promise<readonly AuditFinding[]> {
  const findings: AuditFinding[] = []
  let after: string | undefined
  do {
    const { heads, last } = await chainsAfter(after, together, store)
    for (const { _id } of heads) findings.push(...(await verifyChain(store, _id)))
    after = last
  } while (after !== undefined)
  return findings
}
