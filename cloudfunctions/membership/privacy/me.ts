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
  const own = sent.documents.filter((application) => isOwn(application, account))
  const joining = membership?.application
  const joined =
    joining === undefined || own.some(({ _id }) => _id === joining) ? undefined : await store.get(applications, joining)
  return { account, person, membership, applications: [...own, ...(joined === undefined ? [] : [joined])] }
}

/** What an account sent is its own until somebody else is bound to the person in it: then it is that person’s, wherever it was sent from. */
export function isOwn({ person }: ApplicationRecord, account: AccountRecord | undefined): boolean {
  return person === undefined || person === account?.person
}
