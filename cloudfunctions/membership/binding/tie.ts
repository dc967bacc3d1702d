import type { AccountId, PersonId } from '../../../shared/core/ids'
import type { IsoTime } from '../../../shared/core/time'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import { endCard } from '../../_kernel/card/following'
import { notifying } from '../../_kernel/notify'
import { accounts } from '../../_kernel/records/accounts'
import { membershipEvents, type MembershipRecord } from '../../_kernel/records/memberships'
import { persons } from '../../_kernel/records/persons'
import type { Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'

export interface Tie {
  readonly membership: MembershipRecord
  readonly unionName: string
  readonly account: AccountId
  /** How it was proved, for the audit. */
  readonly how: 'phone' | 'in-person'
  /** The account the person had until now, as read before the transaction: it is told. */
  readonly before: AccountId | undefined
}

type Tying = (tx: Transaction) => Promise<Outcome<PersonId, 'ACCOUNT_TAKEN'>>

/** 绑定: one account, one person; the account of before loses it and is told. With its entry in the member’s history and in the audit. */
export function tying({ membership, unionName, account, how, before }: Tie, call: Call<unknown>): Tying {
  const eventId = call.random.id()
  const told =
    before === undefined || before === account
      ? undefined
      : notifying(call, {
          account: before,
          text: `您的会员身份刚刚绑定到了另一个微信。如果不是您本人办的，请马上联系${unionName}。`,
        })
  const audit = auditing(call, {
    action: 'account.bind',
    subject: membership._id,
    union: membership.union,
    content: { account, how },
  })
  return async (tx) => {
    const mine = (await tx.get(accounts, account)) ?? { _id: account, createdAt: call.now }
    if (mine.person !== undefined && mine.person !== membership._id) return refuse('ACCOUNT_TAKEN')
    const person = await tx.get(persons, membership._id)
    if (person === undefined) throw new Error('a membership without its person')
    if (person.account === account && mine.person === person._id) return succeed(person._id)
    if (person.account !== undefined && person.account !== account) {
      await untie(tx, person.account, call.now)
      await endCard(tx, person._id, call.now)
    }
    await tx.put(accounts, { ...mine, person: person._id })
    await tx.put(persons, { ...person, account, updatedAt: call.now })
    await tx.insert(membershipEvents, {
      _id: eventId,
      person: person._id,
      at: call.now,
      kind: 'bound',
      union: membership.union,
      unionName,
    })
    await told?.(tx)
    await audit(tx)
    return succeed(person._id)
  }
}

/** The account of before is nobody’s, and signed out of every desk. */
async function untie(tx: Transaction, account: AccountId, now: IsoTime): Promise<void> {
  const record = await tx.get(accounts, account)
  if (record === undefined) return
  const { person: _, ...rest } = record
  await tx.put(accounts, { ...rest, signedOutAt: now })
}
