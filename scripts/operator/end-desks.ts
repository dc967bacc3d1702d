import { auditing } from '../../cloudfunctions/_kernel/audit'
import { deskSessions } from '../../cloudfunctions/_kernel/records/desk'
import { AccountId } from '../../shared/core/ids'
import { NotDone, type Operated } from './environment'

/** One transaction takes 100 operations on CloudBase. */
const together = 40

/** Whose desks: `all`, or one account’s, as the audit trail writes it. Throws `NotDone` where nobody is meant. */
export function readWhose(args: readonly string[]): 'all' | AccountId {
  const [given] = args
  const account = AccountId.safeParse(given)
  if (args.length !== 1 || !account.success) throw new NotDone('npm run end-desks -- all|ACCOUNT [--folder data]')
  return given === 'all' ? 'all' : account.data
}

/** 退出电脑登录 by the operator: whoever sits there has to scan again. Answers how many ended; the audit trail has an entry for each account. */
export async function endDesks(whose: 'all' | AccountId, ports: Operated['ports']): Promise<number> {
  const { store } = ports
  let ended = 0
  for (;;) {
    const { documents } = await store.find(
      deskSessions,
      whose === 'all'
        ? { index: 'byExpiry', equals: {}, limit: together }
        : { index: 'byAccount', equals: { account: whose }, limit: together },
    )
    if (documents.length === 0) return ended
    const by = { account: 'operator' as const, now: ports.now(), random: ports.random, indexer: ports.indexer }
    const audits = [...new Set(documents.map(({ account }) => account))].map((account) =>
      auditing(by, { action: 'desk.sign-out', subject: account }),
    )
    await store.transact(async (tx) => {
      for (const { _id } of documents) await tx.remove(deskSessions, _id)
      for (const audit of audits) await audit(tx)
    })
    ended += documents.length
  }
}
