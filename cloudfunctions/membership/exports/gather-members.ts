import type { PersonId } from '../../../shared/core/ids'
import { partsOf } from '../../../shared/roster/export'
import { membershipEvents, memberships, type MembershipRecord } from '../../_kernel/records/memberships'
import { persons, PersonSecrets } from '../../_kernel/records/persons'
import { MemberRow, type ExportRecord, type Position } from '../../_kernel/records/exports'
import { openJson } from '../../_kernel/secrets'
import type { Gathered } from './gathered'
import type { ExportPorts } from './job'
import { rowsOfPart } from './pages'

/** 花名册上的人: those in the union, and those whose membership it keeps for them. */
const states = ['active', 'retained'] as const
const isState = (state: string) => states.some((one) => one === state)

interface Stretch {
  readonly limit: number
  /** Rows of this stretch that lie in no page yet. */
  readonly before: readonly unknown[]
}

/**
 * One kind after the other. Whoever was changed since the gathering began may stand in both, or in neither: they are left out, and looked at once more when everybody
 * else is through, so that nobody is listed twice and nobody is missed.
 */
export async function gatherMembers(
  job: ExportRecord,
  position: Position,
  { limit, before }: Stretch,
  ports: ExportPorts,
): Promise<Gathered> {
  if (position.kind !== 'list') throw new Error('a roster is a list')
  const { at, cursor, later = [] } = position
  const state = states[at]
  if (state === undefined) return { rows: await gatherChanged(job, later, before, ports), position: undefined }
  const page = await ports.store.find(memberships, {
    index: 'byUnion',
    equals: { union: job.of, state },
    limit,
    ...(cursor === undefined ? {} : { cursor }),
  })
  const isChanged = ({ updatedAt }: MembershipRecord) => updatedAt >= job.createdAt
  const rows = await Promise.all(page.documents.filter((one) => !isChanged(one)).map((one) => rowOf(one, ports)))
  const left = [...new Set([...later, ...page.documents.filter(isChanged).map(({ _id }) => _id)])]
  const next = page.cursor === undefined ? { at: at + 1 } : { at, cursor: page.cursor }
  return { rows, position: { kind: 'list', ...next, ...(left.length === 0 ? {} : { later: left }) } }
}

/** Whoever was left out, or has a line in the histories since the gathering began, and is in no row yet: as they stand now. */
async function gatherChanged(
  job: ExportRecord,
  later: readonly PersonId[],
  before: readonly unknown[],
  ports: ExportPorts,
): Promise<readonly MemberRow[]> {
  const changed = new Set([...later, ...(await changedSince(job, ports))])
  if (changed.size === 0) return []
  for (const row of before) unlist(MemberRow.parse(row), changed)
  for (let part = 0; part < partsOf(job.rows); part++)
    for (const row of await rowsOfPart(job, part, MemberRow, ports)) unlist(row, changed)
  const rows: MemberRow[] = []
  for (const person of changed) {
    const member = await ports.store.get(memberships, person)
    if (member?.union === job.of && isState(member.state)) rows.push(await rowOf(member, ports))
  }
  return rows
}

function unlist({ person }: MemberRow, changed: Set<PersonId>): void {
  if (person !== undefined) changed.delete(person)
}

async function changedSince({ of: union, createdAt: from }: ExportRecord, { store }: ExportPorts) {
  const persons: PersonId[] = []
  let cursor: string | undefined
  do {
    const page = await store.find(membershipEvents, {
      index: 'byUnion',
      equals: { union },
      from,
      limit: 1_000,
      ...(cursor === undefined ? {} : { cursor }),
    })
    persons.push(...page.documents.map(({ person }) => person))
    cursor = page.cursor
  } while (cursor !== undefined)
  return persons
}

/** 花名册的一行, as annex 3 asks for it and the import takes it in again. */
async function rowOf(member: MembershipRecord, { store, sealer }: ExportPorts): Promise<MemberRow> {
  const person = await store.get(persons, member._id)
  if (person === undefined) throw new Error('a membership without its person')
  const place = { collection: persons.name, id: person._id, field: 'secrets' }
  const { name, number, sex, mobile } = openJson(sealer, place, PersonSecrets, person.secrets)
  return {
    person: member._id,
    name,
    ...(sex === undefined ? {} : { sex }),
    number,
    nationality: person.nationality,
    education: person.education,
    mobile,
    household: person.household,
    unitName: member.unitName,
    employment: member.employment,
    office: member.office ?? '',
  }
}
