import type { AccountRecord } from '../../_kernel/records/accounts'
import { accounts } from '../../_kernel/records/accounts'
import { applications, type ApplicationRecord } from '../../_kernel/records/applications'
import { memberships, type MembershipRecord } from '../../_kernel/records/memberships'
import { persons, type PersonRecord } from '../../_kernel/records/persons'
import type { Call } from '../../_kernel/serve'

/** Who is behind an account, as the register knows them. */
export interface Myself {
  readonly account: AccountRecord | undefined
  readonly person: PersonRecord | undefined
  readonly membership: MembershipRecord | undefined
  /** Newest first. */
  readonly applications: readonly ApplicationRecord[]
}

const mostApplications = 50

export async function myself(call: Pick<Call<unknown>, 'store' | 'account'>): Promise<Myself> {
  const { store } = call
  const account = await store.get(accounts, call.account)
  const [person, membership, sent] = await Promise.all([
    account?.person === undefined ? undefined : store.get(persons, account.person),
    account?.person === undefined ? undefined : store.get(memberships, account.person),
    store.find(applications, {
      index: 'byAccount',
      equals: { account: call.account },
      order: 'descending',
      limit: mostApplications,
    }),
  ])
  return { account, person, membership, applications: sent.documents }
}
