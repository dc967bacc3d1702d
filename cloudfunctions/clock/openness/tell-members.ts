import { memberships } from '../../_kernel/records/memberships'
import { accounts } from '../../_kernel/records/accounts'
import { outbox, type OutboxRecord } from '../../_kernel/records/outbox'
import { persons } from '../../_kernel/records/persons'
import { tellings, type TellingRecord } from '../../_kernel/records/publications'
import type { Runtime } from '../../_kernel/runtime'
import type { AccountId, PersonId } from '../../../shared/core/ids'

/** Members in one transaction: a message each, and the note of how far it is. */
const together = 80
/** 320 members a run: as many messages as WeChat takes in that time. */
const pagesPerRun = 4

type Ports = Pick<Runtime, 'store' | 'now' | 'random'>

/**
 * 有新公开，告诉会员: a message to those who agreed to have them and nothing on anybody’s first page, which asks by itself. Killed anywhere it goes on there; of two
 * clocks at one place the second writes nothing, so that nobody is told twice.
 */
export async function tellMembers(ports: Ports): Promise<number> {
  let told = 0
  for (let page = 0; page < pagesPerRun; page++) {
    const running = await ports.store.find(tellings, { index: 'byState', equals: { state: 'running' }, limit: 1 })
    const [telling] = running.documents
    if (telling === undefined) break
    told += await tellPage(telling, ports)
  }
  return told
}

async function tellPage(telling: TellingRecord, ports: Ports): Promise<number> {
  const { cursor, ...rest } = telling
  const page = await ports.store.find(memberships, {
    index: 'byUnion',
    equals: { union: telling.union, state: 'active' },
    limit: together,
    ...(cursor === undefined ? {} : { cursor }),
  })
  const agreed = await Promise.all(page.documents.map(({ _id }) => whoAgreed(_id, ports)))
  const messages = agreed.flatMap((account) => (account === undefined ? [] : [messageTo(account, telling, ports)]))
  const after: TellingRecord = {
    ...rest,
    told: telling.told + messages.length,
    ...(page.cursor === undefined ? { state: 'done' } : { cursor: page.cursor }),
  }
  return ports.store.transact(async (tx) => {
    const here = await tx.get(tellings, telling._id)
    if (here?.state !== 'running' || here.cursor !== cursor) return 0
    for (const message of messages) await tx.insert(outbox, message)
    await tx.put(tellings, after)
    return messages.length
  })
}

async function whoAgreed(id: PersonId, { store }: Ports): Promise<AccountId | undefined> {
  const person = await store.get(persons, id)
  const account = person?.account === undefined ? undefined : await store.get(accounts, person.account)
  return account?.openid === undefined ? undefined : account._id
}

function messageTo(account: AccountId, { union }: TellingRecord, { now, random }: Ports): OutboxRecord {
  const at = now()
  return {
    _id: random.id(),
    account,
    template: 'news',
    // WeChat cuts a text at 20 characters: the name of a union would be all of it.
    text: '您的工会发布了新内容，请打开看看',
    page: `pages/news/list/index?union=${encodeURIComponent(union)}`,
    state: 'waiting',
    attempts: 0,
    nextAt: at,
    at,
  }
}
