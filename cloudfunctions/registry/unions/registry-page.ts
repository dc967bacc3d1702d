import type { z } from 'zod'
import { registry } from '../../../shared/contract/registry'
import { refuse, succeed } from '../../../shared/core/outcome'
import { chinaDay } from '../../../shared/core/time'
import { termStanding } from '../../../shared/org/committees'
import { registryFields, type RegistryField } from '../../../shared/org/registry-fields'
import { rightsToday } from '../../../shared/org/leave'
import { toldFields, unionFieldKeys, type UnionFieldKey } from '../../../shared/org/union-fields'
import { hasActiveBelow } from '../../_kernel/unions/below'
import { holdsRight } from '../../_kernel/access'
import { auditView } from '../../_kernel/audit'
import { howMany } from '../../_kernel/kept-counts'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { officers, regions, unions, type UnionRecord } from '../../_kernel/records/registry'
import { committees, unionBranches, type CommitteeRecord } from '../../_kernel/records/union-registry'
import { implement, type Call } from '../../_kernel/serve'
import { fieldsOf, type StandingFields } from '../../_kernel/unions/fields'
import { foundableTogether } from '../../../shared/org/founding'
import { knownOf, warningViews } from './facts'
import { mayRegister } from './may-register'

type View = z.input<typeof registry.procedures.registryPage.output>

/** So many branches and groups lie on the page. */
const mostBranches = 200

/** 工会名录的一页. Each part is one look by an index, whatever the size of the union. */
export const registryPage = implement(registry.procedures.registryPage, async (call) => {
  const union = await call.store.get(unions, call.input.union)
  if (union === undefined) return refuse('NOT_FOUND')
  await auditView(call, { action: 'registry.view', subject: union._id, union: union._id })
  const { store } = call
  const members = await howMany({ what: 'active', union: union._id }, call)
  const standing = await fieldsOf(union, members.count, call)
  const [known, policy, line, territory, branches, below, may] = await Promise.all([
    knownOf(union, { members: members.count, staff: standing.staff }, call),
    policyOfUnion(union, call),
    lineOf(union, call),
    territoryOf(union, call),
    store.find(unionBranches, { index: 'byUnion', equals: { union: union._id, state: 'active' }, limit: mostBranches }),
    hasActiveBelow(union._id, store),
    rightsHere(union, call),
  ])
  const { chair } = known
  const joint = foundableTogether.some((type) => type === union.type)
  return succeed({
    name: union.name,
    status: union.status,
    type: union.type,
    fields: fieldViews(union, standing),
    members: {
      derived: members.count,
      ...(union.declaredMembers === undefined ? {} : { declared: union.declaredMembers }),
      ...(members.asOf === undefined ? {} : { countedAt: members.asOf }),
    },
    line,
    territory,
    ...(joint ? { covered: known.facts.units } : {}),
    below,
    committees: known.committees.map((one) => committeeView(one, policy.values.termReminderMonths, call)),
    branches: branches.documents.map(({ _id, kind, name, since }) => ({ branch: _id, kind, name, since })),
    ...(chair === undefined
      ? {}
      : {
          chair: {
            officer: chair._id,
            name: call.sealer.open({ collection: officers.name, id: chair._id, field: 'name' }, chair.name),
            since: chinaDay(chair.since),
            ...(chair.trainedOn === undefined ? {} : { trainedOn: chair.trainedOn }),
            ...(chair.contractFiledOn === undefined ? {} : { contractFiledOn: chair.contractFiledOn }),
          },
        }),
    warnings: warningViews(known.facts, policy, call.today),
    termYears: [...policy.values.termYears],
    may,
  })
})

function fieldViews(union: UnionRecord, { fields, leaderName, staffComputed }: StandingFields): View['fields'] {
  const ofAnnex = unionFieldKeys.map((key) => {
    const value = key === 'leader' ? leaderName : fields[key]
    return { key, ...(value === undefined ? {} : { value }), source: sourceOf(key, staffComputed) }
  })
  const further = registryFields.filter(isFurther).map((key) => {
    const value = union[key]
    return { key, ...(value === undefined ? {} : { value: String(value) }), source: 'told' as const }
  })
  return [...ofAnnex, ...further]
}

type Further = Exclude<RegistryField, (typeof toldFields)[number]>

function isFurther(key: RegistryField): key is Further {
  return !toldFields.some((told) => told === key)
}

function sourceOf(key: UnionFieldKey, staffComputed: boolean): View['fields'][number]['source'] {
  if (key === 'members' || key === 'leader' || (key === 'staff' && staffComputed)) return 'computed'
  return toldFields.some((told) => told === key) ? 'told' : 'registered'
}

/** 条: up to the top; `mine` are those where the caller may open the page too. */
async function lineOf({ line, _id }: UnionRecord, call: Call<unknown>): Promise<View['line']> {
  const above = await Promise.all(line.filter((id) => id !== _id).map((id) => call.store.get(unions, id)))
  return Promise.all(
    above.flatMap((union) =>
      union === undefined
        ? []
        : [
            holdsRight(call.store, call.account, union.line, 'roster', call.now).then((mine) => ({
              union: union._id,
              name: union.name,
              mine,
            })),
          ],
    ),
  )
}

/** 块. */
async function territoryOf({ region }: UnionRecord, { store }: Call<unknown>): Promise<View['territory']> {
  const path = (await store.get(regions, region))?.path ?? []
  const steps = await Promise.all([...path].reverse().map((step) => store.get(regions, step)))
  return steps.flatMap((step) => (step === undefined ? [] : [{ region: step._id, name: step.name }]))
}

export function committeeView(
  { _id, kind, electedOn, byElectedOn, until, seats, chair }: CommitteeRecord,
  reminderMonths: number,
  { sealer, today }: Pick<Call<unknown>, 'sealer' | 'today'>,
): View['committees'][number] {
  const name = sealer.open({ collection: committees.name, id: _id, field: 'chair' }, chair)
  return {
    kind,
    electedOn,
    ...(byElectedOn === undefined ? {} : { byElectedOn }),
    until,
    seats,
    chair: name,
    standing: termStanding(until, today, reminderMonths),
  }
}

async function rightsHere(union: UnionRecord, call: Call<unknown>): Promise<View['may']> {
  const { _id, line, parent, status } = union
  const above = line.filter((id) => id !== _id)
  const [here, fill, elect, note, register] = await Promise.all([
    call.store.get(officers, `${_id}:${call.account}`),
    holdsRight(call.store, call.account, line, 'memberships', call.now),
    holdsRight(call.store, call.account, line, 'officers', call.now),
    holdsRight(call.store, call.account, above, 'officers', call.now),
    mayRegister(union, call),
  ])
  const inOffice = here !== undefined && (here.until === undefined || here.until > call.now)
  const apply = inOffice && rightsToday(here, call.today).includes('officers') && parent !== undefined
  const active = status === 'active'
  return {
    fill: active && fill,
    elect: active && elect,
    apply: active && apply,
    note: active && note,
    register: active && register,
  }
}
