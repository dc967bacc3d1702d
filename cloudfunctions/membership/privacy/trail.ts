import { membership } from '../../../shared/contract/membership'
import { UnionId } from '../../../shared/core/ids'
import { succeed } from '../../../shared/core/outcome'
import { systemChain } from '../../_kernel/audit-chain/link'
import { unions } from '../../_kernel/records/registry'
import { auditEntries, type AuditRecord } from '../../_kernel/records/upkeep'
import { implement, type Call } from '../../_kernel/serve'
import { myself } from './me'

const shown = 100

/** 谁看过、改过我的资料: the entries about my account, my person and my applications, newest first. */
export const trail = implement(membership.procedures.trail, async (call) => {
  const { account, applications } = await myself(call)
  const subjects = [
    call.account,
    ...(account?.person === undefined ? [] : [account.person]),
    ...applications.map(({ _id }) => _id),
  ]
  const pages = await Promise.all(
    subjects.map((subject) =>
      call.store.find(auditEntries, { index: 'bySubject', equals: { subject }, order: 'descending', limit: shown }),
    ),
  )
  const newest = pages
    .flatMap(({ documents }) => documents)
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, shown)
  const names = await namesOf(newest, call)
  return succeed({
    entries: newest.map(({ at, action, actor, chain }) => {
      const unionName = names.get(chain)
      return {
        at,
        action,
        by: byWhom(action, actor, call.account),
        ...(unionName === undefined ? {} : { unionName }),
      }
    }),
  })
})

async function namesOf(entries: readonly AuditRecord[], { store }: Pick<Call<unknown>, 'store'>) {
  const chains = [...new Set(entries.map(({ chain }) => chain))].filter((chain) => chain !== systemChain)
  const found = await Promise.all(chains.map((chain) => store.get(unions, UnionId.parse(chain))))
  return new Map(found.flatMap((union) => (union === undefined ? [] : [[union._id as string, union.name] as const])))
}

/** What somebody does about themself: done by another account, it was done from another WeChat, and that is what the member has to read. */
const ownActs =
  /^(account\.|card\.|binding\.take|data\.(export|erased|correction-asked|erasure-asked)|application\.(submit|resubmit|withdraw|remind))/

function byWhom(action: string, actor: AuditRecord['actor'], account: string) {
  if (actor === account) return 'me' as const
  if (actor === 'clock' || actor === 'operator') return 'system' as const
  return ownActs.test(action) ? ('another-account' as const) : ('officer' as const)
}
