import type { UnitId } from '../../../shared/core/ids'
import { applications } from '../../_kernel/records/applications'
import { memberships } from '../../_kernel/records/memberships'
import { units } from '../../_kernel/records/registry'
import { transfers } from '../../_kernel/records/transfers'
import type { UnitField } from '../../_kernel/records/unit-merges'
import type { Collection, Query, Store, Stored, Transaction } from '../../_kernel/store/port'

export interface NamedUnit {
  readonly _id: UnitId
  readonly name: string
}

/** How documents of a collection name units. */
interface Naming<D extends Stored> {
  readonly collection: Collection<D>
  /** Who names this unit: found by index, never by going through everybody. */
  lists(unit: UnitId): readonly Query<D>[]
  fieldsOf(document: D, unit: UnitId): readonly UnitField[]
  /** What it calls its unit, where it keeps a name. */
  unitName(document: D): string | undefined
  renamed(document: D, fields: readonly UnitField[], to: NamedUnit): D
}

/** What one document called its unit before it was pointed at the other. */
export interface Repointed {
  readonly fields: readonly UnitField[]
  readonly unitName?: string
}

interface Paging {
  readonly limit: number
  readonly cursor?: string
}
interface NamingPage {
  readonly ids: readonly string[]
  readonly cursor?: string
}

export interface UnitUses {
  readonly collection: string
  some(unit: UnitId, limit: number, store: Store): Promise<readonly string[]>
  count(unit: UnitId, atMost: number, store: Store): Promise<number>
  /** A page of those who keep the name of their unit, by the `at`-th list; undefined after the last one. */
  page(unit: UnitId, at: number, paging: Paging, store: Store): Promise<NamingPage | undefined>
  /** Writes the name that the unit has now where another one stands. Two operations. */
  rename(tx: Transaction, id: string, to: NamedUnit): Promise<void>
  /** Points a document at another unit: only those of the fields that name `from`. Undefined where none does any more. Two operations. */
  repoint(
    tx: Transaction,
    id: string,
    { from, to, fields }: { from: UnitId; to: NamedUnit; fields?: readonly UnitField[] },
  ): Promise<Repointed | undefined>
}

function uses<D extends Stored>({ collection, lists, fieldsOf, unitName, renamed }: Naming<D>): UnitUses {
  return {
    collection: collection.name,
    some: async (unit, limit, store) => {
      const pages = await Promise.all(lists(unit).map((query) => store.find(collection, { ...query, limit })))
      return [...new Set(pages.flatMap(({ documents }) => documents.map(({ _id }) => _id)))].slice(0, limit)
    },
    count: async (unit, atMost, store) => {
      const counts = await Promise.all(
        lists(unit).map(({ index, equals }) => store.count(collection, { index, equals, atMost })),
      )
      return counts.reduce((all, count) => all + count, 0)
    },
    page: async (unit, at, paging, store) => {
      const list = lists(unit)[at]
      if (list === undefined) return undefined
      const { documents, cursor } = await store.find(collection, { ...list, ...paging })
      return { ids: documents.map(({ _id }) => _id), ...(cursor === undefined ? {} : { cursor }) }
    },
    rename: async (tx, id, to) => {
      const document = await tx.get(collection, id)
      if (document === undefined || !fieldsOf(document, to._id).includes('unit')) return
      if (unitName(document) !== to.name) await tx.put(collection, renamed(document, ['unit'], to))
    },
    repoint: async (tx, id, { from, to, fields: only }) => {
      const document = await tx.get(collection, id)
      if (document === undefined) return undefined
      const fields = fieldsOf(document, from).filter((field) => only === undefined || only.includes(field))
      if (fields.length === 0) return undefined
      await tx.put(collection, renamed(document, fields, to))
      const called = fields.includes('unit') ? unitName(document) : undefined
      return { fields, ...(called === undefined ? {} : { unitName: called }) }
    },
  }
}

const asField = (field: UnitField, is: boolean): readonly UnitField[] => (is ? [field] : [])

/** 会籍: where somebody works, who sent them there, and who pays while they are entrusted. In every state, so that a history leads to the unit as well. */
export const usesByMembers = uses({
  collection: memberships,
  lists: (unit) => [
    { index: 'byUnit', equals: { unit } },
    { index: 'byAgency', equals: { agency: unit } },
  ],
  fieldsOf: ({ unit, agency, entrusted }, id) => [
    ...asField('unit', unit === id),
    ...asField('agency', agency === id),
    ...asField('payingUnit', entrusted?.payingUnit === id),
  ],
  unitName: ({ unitName }) => unitName,
  renamed: (member, fields, { _id, name }) => ({
    ...member,
    ...(fields.includes('unit') ? { unit: _id, unitName: name } : {}),
    ...(fields.includes('agency') ? { agency: _id } : {}),
    ...(fields.includes('payingUnit') && member.entrusted !== undefined
      ? { entrusted: { ...member.entrusted, payingUnit: _id } }
      : {}),
  }),
})

/** 入会申请: those that are not settled; a settled one stays as it was decided. */
export const usesByApplications = uses({
  collection: applications,
  lists: (unit) =>
    (['submitted', 'returned'] as const).flatMap((state) => [
      { index: 'byUnit', equals: { unit, state } },
      { index: 'byAgency', equals: { agency: unit, state } },
    ]),
  fieldsOf: ({ unit, agency }, id) => [...asField('unit', unit === id), ...asField('agency', agency === id)],
  unitName: ({ unitName }) => unitName,
  renamed: (application, fields, { _id, name }) => ({
    ...application,
    ...(fields.includes('unit') ? { unit: _id, unitName: name } : {}),
    ...(fields.includes('agency') ? { agency: _id } : {}),
  }),
})

/** 转会 that is under way. */
export const usesByTransfers = uses({
  collection: transfers,
  lists: (unit) => [{ index: 'byUnit', equals: { unit, state: 'open' as const } }],
  fieldsOf: ({ unit }, id) => asField('unit', unit === id),
  unitName: ({ unitName }) => unitName,
  renamed: (transfer, fields, { _id, name }) =>
    fields.includes('unit') ? { ...transfer, unit: _id, unitName: name } : transfer,
})

/** 下属单位. */
export const usesByBranches = uses({
  collection: units,
  lists: (unit) => [{ index: 'byParent', equals: { parent: unit } }],
  fieldsOf: ({ parent }, id) => asField('parent', parent === id),
  unitName: () => undefined,
  renamed: (unit, fields, { _id }) => (fields.includes('parent') ? { ...unit, parent: _id } : unit),
})

export const allUses: readonly UnitUses[] = [usesByMembers, usesByApplications, usesByTransfers, usesByBranches]
