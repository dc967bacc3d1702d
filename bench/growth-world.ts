import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AccountId, ApplicationId, PersonId, UnionId } from '../shared/core/ids'
import { chinaDay, isoTime, type IsoDate } from '../shared/core/time'
import { accountOf } from '../cloudfunctions/_kernel/caller'
import { accounts } from '../cloudfunctions/_kernel/records/accounts'
import { applications, claims, type ApplicationRecord } from '../cloudfunctions/_kernel/records/applications'
import { membershipEvents, memberships } from '../cloudfunctions/_kernel/records/memberships'
import { identifiers, persons } from '../cloudfunctions/_kernel/records/persons'
import { sealJson } from '../cloudfunctions/_kernel/secrets'
import type { Sealer } from '../cloudfunctions/_kernel/seal/sealer'
import { secretsOf } from '../cloudfunctions/membership/applicant'
import { membershipFunction } from '../cloudfunctions/membership/function'
import { loadWorld } from '../local/demo/load'
import { castUnions } from '../local/demo/personas'
import { openLocalSystem, type LocalSystem } from '../local/runtime'
import { bulkInto, type Bulk } from './bulk'
import { formOf } from './join'

/** How many people there are, and how many of them, and of the waiting applications, in one union: that of `gathering`. */
export interface Crowd {
  readonly members: number
  readonly gathered: number
  readonly waiting: number
  readonly waitingGathered: number
}

/** The union in which many are together, and who may ask there. */
export const gathering = { ...castUnions.newForm, chair: 'demo-newform-chair' } as const
/** Members of that union whom the rows ask about, evenly from the whole of it; as many in a small crowd as in a large one. */
export const sampled = 400
export const sampledPerson = (index: number) => PersonId.parse(`bench-sampled-${index}`)
export const sampledOpenid = (index: number) => `bench-sampled-${index}`

/**
 * A system with so many people. They are written past the functions, few names for many, but each document has an id of its own and the form that the functions give it; the indexes are made afterwards.
 */
export async function withCrowd<T>(crowd: Crowd, work: (system: LocalSystem) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-growth-'))
  const open = () => openLocalSystem({ folder, origin: 'http://127.0.0.1' })
  try {
    const first = open()
    const { runtime } = first
    const registry = { units: 60, unions: 60, members: 40, applications: 0 }
    await loadWorld(registry, 'growth', runtime, membershipFunction, () => {})
    const sample = await oneApplication(first)
    await first.close()
    const bulk = bulkInto(first.folder.database)
    writeMembers(crowd, first, bulk)
    writeApplications(crowd, sample, first, bulk)
    bulk.close()
    const system = open()
    try {
      return await work(system)
    } finally {
      await system.close()
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** One sent through the function: the others are made after it. */
async function oneApplication({ runtime }: LocalSystem): Promise<ApplicationRecord> {
  const openid = 'bench-growth-sample'
  const caller = { openid, account: accountOf(openid, runtime) }
  const event = { procedure: 'submit', input: { form: formOf(runtime, 99_998) }, requestId: 'bench-growth-sample' }
  const answer = await membershipFunction.answer(event, caller, runtime)
  const query = { index: 'byAccount', equals: { account: caller.account } }
  const [application] = (await runtime.store.find(applications, query)).documents
  if (application?.union !== gathering.id) throw new Error(`the sample did not arrive: ${JSON.stringify(answer)}`)
  return application
}

const elsewhere = (index: number) => UnionId.parse(`union-elsewhere-${index % 9_000}`)
const numbered = (name: string, index: number) => `${name}-${String(index).padStart(8, '0')}`
/** As long as a digest, no two alike, and in no order. */
const lockLike = (index: number) => ((index * 2_654_435_761) % 2 ** 32).toString(16).padStart(8, '0').repeat(5)
const surnames = ['赵', '钱', '孙', '李', '周', '吴', '郑', '王', '冯', '陈']

interface Member {
  readonly index: number
  readonly id: PersonId
  readonly account: AccountId | undefined
  readonly union: UnionId
}

/** One in five has bound an account, as in the demo’s world; those who are asked about all have. */
const isBound = ({ index, account }: Member) => account !== undefined || index % 5 === 0

function writeMembers({ members, gathered }: Crowd, { runtime }: LocalSystem, bulk: Bulk): void {
  const { sealer } = runtime
  const at = isoTime(Date.parse(runtime.now()) - 90 * 86_400_000)
  const today = chinaDay(runtime.now())
  const days = Array.from({ length: 4_000 }, (_, ago) => daysFrom(today, -30 - ago))
  const everyNth = Math.floor(members / gathered)
  const everySampled = Math.floor(gathered / sampled)
  function* each(wanted: (one: Member) => boolean = () => true) {
    for (let index = 0, together = 0; index < members; index++) {
      const isGathered = index % everyNth === 0 && together < gathered
      const sample = isGathered && together % everySampled === 0 ? together / everySampled : sampled
      if (isGathered) together += 1
      const id = sample < sampled ? sampledPerson(sample) : PersonId.parse(numbered('bench', index))
      const account = sample < sampled ? accountOf(sampledOpenid(sample), runtime) : undefined
      const member: Member = { index, id, account, union: isGathered ? gathering.id : elsewhere(index) }
      if (wanted(member)) yield member
    }
  }
  const sealPerson = (id: PersonId, index: number) =>
    sealJson(sealer, { collection: 'persons', id, field: 'secrets' }, secretsOfMember(index))
  const sealRow = (id: PersonId, index: number) =>
    sealJson(sealer, { collection: 'memberships', id, field: 'roster' }, rosterOf(index))
  // Of as many characters, for those whose seal no row of the bench opens.
  const somebodysSecrets = sealPerson(sampledPerson(sampled), 0)
  const somebodysRow = sealRow(sampledPerson(sampled), 0)
  bulk.into(identifiers).write(each(), ({ index, id }) => ({ _id: lockLike(index), person: id, createdAt: at }))
  bulk.into(persons).write(each(), ({ index, id, account }) => ({
    _id: id,
    secrets: account === undefined ? somebodysSecrets : sealPerson(id, index),
    locks: [lockLike(index)],
    education: 'college',
    household: 'urban',
    nationality: 'CHN',
    createdAt: at,
    updatedAt: at,
    ...(account === undefined ? {} : { account }),
  }))
  bulk.into(memberships).write(each(), ({ index, id, union }) => ({
    _id: id,
    union,
    state: index % 30 === 7 ? 'retained' : 'active',
    since: days[(index * 2_654_435_761) % days.length] ?? today,
    memberNumber: `3702${String(index).padStart(8, '0')}`,
    unitName: '',
    employment: '灵活就业',
    category: 'new_form',
    followUps: [],
    roster: union === gathering.id ? sealRow(id, index) : somebodysRow,
    updatedAt: at,
  }))
  bulk.into(membershipEvents).write(each(), ({ index, id, union }) => ({
    _id: numbered('bench', index),
    person: id,
    at,
    kind: 'joined',
    union,
    unionName: gathering.name,
  }))
  bulk.into(accounts).write(each(isBound), ({ index, id, account = AccountId.parse(numbered('bench', index)) }) => ({
    _id: account,
    person: id,
    createdAt: at,
  }))
}

const nameOf = (index: number) => `${surnames[index % surnames.length] ?? ''}小明`

function secretsOfMember(index: number) {
  return {
    name: nameOf(index),
    number: `37020219900101${String(index % 10_000).padStart(4, '0')}`,
    documentKind: 'resident18',
    birth: '1990-01-01',
    sex: 'male',
    mobile: `155${String(index).padStart(8, '0')}`,
  }
}

function rosterOf(index: number) {
  return {
    name: nameOf(index),
    maskedNumber: '3702**********0012',
    mobile: `155****${String(index % 10_000)}`,
    sex: index % 3 === 0 ? 'female' : 'male',
  }
}

function writeApplications(
  { members, waiting, waitingGathered }: Crowd,
  sample: ApplicationRecord,
  { runtime }: LocalSystem,
  bulk: Bulk,
): void {
  const { sealer } = runtime
  const secrets = secretsOf(sample, runtime)
  const indexes = Array.from({ length: waiting }, (_, index) => index)
  const lockOf = (index: number) => lockLike(members + index)
  bulk.into(applications).write(indexes, (index) => {
    const id = ApplicationId.parse(numbered('bench', index))
    return {
      ...sample,
      _id: id,
      account: AccountId.parse(numbered('bench-waiting', index)),
      union: index < waitingGathered ? gathering.id : elsewhere(index),
      dueOn: daysFrom(sample.dueOn, -(index % 20)),
      locks: [lockOf(index)],
      secrets: sealOf(sealer, id, secrets),
    }
  })
  bulk.into(claims).write(indexes, (index) => ({
    _id: `person:${lockOf(index)}`,
    application: ApplicationId.parse(numbered('bench', index)),
  }))
}

function sealOf(sealer: Sealer, id: ApplicationId, secrets: unknown): string {
  return sealJson(sealer, { collection: 'applications', id, field: 'secrets' }, secrets)
}

function daysFrom(day: IsoDate, days: number): IsoDate {
  return chinaDay(isoTime(Date.parse(day) + days * 86_400_000))
}
