import { accountOf } from '../../_kernel/caller'
import { png } from '../../_kernel/files/pictures.fixture'
import { accounts } from '../../_kernel/records/accounts'
import { memberNumbers, membershipEvents, memberships, type MembershipRecord } from '../../_kernel/records/memberships'
import { persons } from '../../_kernel/records/persons'
import { unions, units } from '../../_kernel/records/registry'
import { sealJson } from '../../_kernel/secrets'
import { PersonId, UnitId, type UnionId } from '../../../shared/core/ids'
import { IsoDate } from '../../../shared/core/time'
import type { Situation } from '../../../shared/membership/joining'
import { castUnions, stage } from '../../../local/demo/personas'
import { granted, type TestSystem } from '../../../tests/system'
import { workplaceOf } from '../life/workplace'

export const street = 'demo-street'
export const upper = castUnions.street.id

let count = 0

/** A unit of the community that nobody has founded anything at. */
export async function newUnit(
  { runtime }: Pick<TestSystem, 'runtime'>,
  change: { coveredBy?: UnionId[] } = {},
): Promise<UnitId> {
  const id = UnitId.parse(`unit-of-events-${++count}`)
  await runtime.store.transact((tx) =>
    tx.put(units, {
      _id: id,
      name: `青岛朔风第${count}仪器有限公司`,
      unitKind: '私营企业',
      region: stage.community,
      place: '市南区中山路街道',
      legalPerson: true,
      coveredBy: [],
      staff: 60,
      ...change,
    }),
  )
  return id
}

export interface MemberPlan {
  readonly union: UnionId
  readonly situation?: Situation
  readonly unit?: UnitId
  readonly change?: Partial<MembershipRecord>
  /** Has WeChat, and is told. */
  readonly as?: string
}

/** Somebody on the roster, as an approval leaves them behind. */
export async function newMember(
  { runtime }: Pick<TestSystem, 'runtime'>,
  { union, unit, situation, change = {}, as }: MemberPlan,
): Promise<PersonId> {
  const { store, sealer, now } = runtime
  const id = PersonId.parse(`person-of-events-${++count}`)
  const at = now()
  const row = { name: '某会员', maskedNumber: '3702**********0012', mobile: '154****0000' }
  const secrets = {
    name: '某会员',
    number: `37020219900101${count}`,
    documentKind: 'resident18',
    mobile: '15420000000',
  }
  const account = as === undefined ? undefined : accountOf(as, runtime)
  const place =
    situation === undefined
      ? { unitName: '', employment: '', category: '在职职工' }
      : workplaceOf(id, situation, { unit, unitName: '' }, runtime)
  const unionName = (await store.get(unions, union))?.name ?? ''
  await store.transact(async (tx) => {
    await tx.put(persons, {
      _id: id,
      secrets: sealJson(sealer, { collection: 'persons', id, field: 'secrets' }, secrets),
      locks: [`lock-${id}`],
      education: 'college',
      household: 'urban',
      nationality: 'CHN',
      createdAt: at,
      updatedAt: at,
      ...(account === undefined ? {} : { account }),
    })
    await tx.put<MembershipRecord>(memberships, {
      _id: id,
      union,
      state: 'active',
      since: IsoDate.parse('2024-03-01'),
      memberNumber: `3702${String(count).padStart(8, '9')}`,
      ...(unit === undefined ? {} : { unit }),
      followUps: [],
      roster: sealJson(sealer, { collection: 'memberships', id, field: 'roster' }, row),
      updatedAt: at,
      ...place,
      ...change,
    })
    await tx.put(memberNumbers, { _id: `3702${String(count).padStart(8, '9')}`, person: id })
    await tx.put(membershipEvents, { _id: `joined-${id}`, person: id, at, kind: 'joined', union, unionName })
    if (account !== undefined) await tx.put(accounts, { _id: account, person: id, createdAt: at })
  })
  return id
}

export const listed = (unit: UnitId) => ({ kind: 'listed', unit }) as const
export const employed = (unit: UnitId): Situation => ({ work: 'unit', unit: listed(unit), establishment: 'regular' })

/** The papers, photographed one by one. */
export async function papersOf(
  system: Pick<TestSystem, 'ask'>,
  kinds: readonly string[],
  as = street,
  union: UnionId = upper,
) {
  return Promise.all(
    kinds.map(async (paper) => {
      const put = await system.ask(as, 'registry', 'putPaper', { union, picture: png.toString('base64') })
      return { paper, file: granted(put).file }
    }),
  )
}

export async function founding(system: TestSystem, unit: UnitId) {
  return {
    union: upper,
    name: '青岛朔风仪器有限公司工会',
    body: { kind: 'alone', type: 'enterprise', unit },
    foundedOn: '2026-11-10',
    reason: '职工人数够了，职工要求建会',
    papers: await papersOf(system, ['report', 'reply']),
  }
}

export async function found(system: TestSystem, unit: UnitId) {
  const { union, event } = granted(await system.ask(street, 'registry', 'foundUnion', await founding(system, unit)))
  if (event === undefined) throw new Error('a unit that founds a union is an event')
  return { union, event }
}

export async function ending(system: TestSystem, union: UnionId) {
  return { union: upper, ending: union, reason: '企业搬走', papers: await papersOf(system, ['resolution', 'reply']) }
}

/** A union directly below the street. */
export async function newUnion(system: TestSystem): Promise<{ readonly union: UnionId; readonly unit: UnitId }> {
  const unit = await newUnit(system)
  const { union, event } = await found(system, unit)
  granted(await system.ask(street, 'membership', 'planEvent', { union: upper, event }))
  return { union, unit }
}
