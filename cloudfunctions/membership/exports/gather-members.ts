import type { UnionId } from '../../../shared/core/ids'
import { memberships, type MembershipRecord } from '../../_kernel/records/memberships'
import { persons, PersonSecrets } from '../../_kernel/records/persons'
import type { MemberRow, Position } from '../../_kernel/records/exports'
import { openJson } from '../../_kernel/secrets'
import type { Gathered } from './gathered'
import type { ExportPorts } from './job'

/** 花名册上的人: those in the union, and those whose membership it keeps for them. */
const states = ['active', 'retained'] as const

export async function gatherMembers(
  union: UnionId,
  position: Position,
  limit: number,
  ports: ExportPorts,
): Promise<Gathered> {
  if (position.kind !== 'list') throw new Error('a roster is a list')
  const { at, cursor } = position
  const state = states[at]
  if (state === undefined) return { rows: [], position: undefined }
  const page = await ports.store.find(memberships, {
    index: 'byUnion',
    equals: { union, state },
    limit,
    ...(cursor === undefined ? {} : { cursor }),
  })
  const rows = await Promise.all(page.documents.map((member) => rowOf(member, ports)))
  if (page.cursor !== undefined) return { rows, position: { kind: 'list', at, cursor: page.cursor } }
  return { rows, position: at + 1 < states.length ? { kind: 'list', at: at + 1 } : undefined }
}

/** 花名册的一行, as annex 3 asks for it and the import takes it in again. */
async function rowOf(member: MembershipRecord, { store, sealer }: ExportPorts): Promise<MemberRow> {
  const person = await store.get(persons, member._id)
  if (person === undefined) throw new Error('a membership without its person')
  const place = { collection: persons.name, id: person._id, field: 'secrets' }
  const { name, number, sex, mobile } = openJson(sealer, place, PersonSecrets, person.secrets)
  return {
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
