import type { UnionId } from '../../../shared/core/ids'
import type { IsoTime } from '../../../shared/core/time'
import {
  addFigures,
  addFlows,
  isNoFlow,
  lessFigures,
  lessFlows,
  noFigures,
  noFlows,
  sameFigures,
  type Figures,
  type Flows,
} from '../../../shared/org/figures'
import { figuresStates, unionFigures, type UnionFiguresRecord } from '../../_kernel/records/figures'
import type { UnionRecord } from '../../_kernel/records/registry'
import type { Store, Transaction } from '../../_kernel/store/port'

/** 数过的一个工会. */
export interface Counted {
  readonly union: Pick<UnionRecord, '_id' | 'name' | 'parent' | 'line' | 'status'>
  readonly own: Figures
  /** Of the months that are not closed, and of each of them. */
  readonly flows: ReadonlyMap<string, Flows>
  readonly countedAt: IsoTime
}

/** A transaction takes a hundred operations; a document here is one read and one write, as is the state of the figures. */
const documentsTogether = 45

/**
 * 逐级汇总: what was counted is written, and the difference to what stood there is added to everything above, in one transaction: wherever a clock is killed, the
 * sums are those of what is written. A union that came under another one takes its whole tree along. A count that was under way when a month began to close is not
 * written, or the rows of its 通报 would not add up: answers whether it was, all of it.
 */
export async function writeCounts(counted: readonly Counted[], store: Store): Promise<boolean> {
  for (const batch of batchesOf(counted)) {
    const written = await store.transact(async (tx) => {
      if (await isClosing(tx)) return false
      const tree = treeIn(tx)
      for (const one of batch) await place(one, tree)
      await tree.save()
      return true
    })
    if (!written) return false
  }
  return true
}

/** 正在结账, held as it is read: what only reads the state would not see a closing that begins in the same moment. */
export async function isClosing(tx: Transaction): Promise<boolean> {
  const state = await tx.get(figuresStates, 'now')
  if (state !== undefined) await tx.put(figuresStates, state)
  return state?.closingAfter !== undefined
}

function batchesOf(counted: readonly Counted[]): readonly (readonly Counted[])[] {
  const batches: { readonly members: Counted[]; readonly documents: Set<UnionId> }[] = []
  for (const one of counted) {
    const last = batches.at(-1)
    const together = new Set([...(last?.documents ?? []), ...one.union.line])
    // Whoever moved has another line above them as well, which is not known yet: half is left for it.
    if (last !== undefined && together.size <= documentsTogether / 2) {
      last.members.push(one)
      for (const id of one.union.line) last.documents.add(id)
    } else batches.push({ members: [one], documents: new Set(one.union.line) })
  }
  return batches.map(({ members }) => members)
}

/** Figures and flows of a union with everything below it. */
export interface Sum {
  readonly figures: Figures
  readonly months: ReadonlyMap<string, Flows>
}
const nothing: Sum = { figures: noFigures, months: new Map() }

export function sumOf({ own, below, months }: Pick<UnionFiguresRecord, 'own' | 'below' | 'months'>): Sum {
  return {
    figures: addFigures(own, below),
    months: new Map(months.map((one) => [one.month, addFlows(one.own, one.below)])),
  }
}

/** The same, of these months alone. */
export function ofMonths({ figures, months }: Sum, wanted: ReadonlySet<string>): Sum {
  return { figures, months: new Map([...months].filter(([month]) => wanted.has(month))) }
}

export function differenceOf(after: Sum, before: Sum): Sum {
  const months = new Set([...after.months.keys(), ...before.months.keys()])
  return {
    figures: lessFigures(after.figures, before.figures),
    months: new Map(
      [...months].map((month) => [
        month,
        lessFlows(after.months.get(month) ?? noFlows, before.months.get(month) ?? noFlows),
      ]),
    ),
  }
}

export function isNothing({ figures, months }: Sum): boolean {
  return sameFigures(figures, noFigures) && [...months.values()].every(isNoFlow)
}

/** What is below, with so much more of it. */
export function withBelow(record: UnionFiguresRecord, more: Sum): UnionFiguresRecord {
  const months = new Map(record.months.map((one) => [one.month, one]))
  for (const [month, flows] of more.months) {
    const known = months.get(month) ?? { month, own: noFlows, below: noFlows }
    months.set(month, { ...known, below: addFlows(known.below, flows) })
  }
  return { ...record, below: addFigures(record.below, more.figures), months: sorted([...months.values()]) }
}

const sorted = (months: UnionFiguresRecord['months']) =>
  [...months].sort((one, other) => (one.month < other.month ? -1 : 1))

interface Tree {
  get(id: UnionId): Promise<UnionFiguresRecord | undefined>
  set(record: UnionFiguresRecord): void
  save(): Promise<void>
}

function treeIn(tx: Transaction): Tree {
  const known = new Map<UnionId, UnionFiguresRecord | undefined>()
  const changed = new Set<UnionId>()
  return {
    async get(id) {
      if (!known.has(id)) known.set(id, await tx.get(unionFigures, id))
      return known.get(id)
    },
    set(record) {
      known.set(record._id, record)
      changed.add(record._id)
    },
    async save() {
      for (const id of changed) {
        const record = known.get(id)
        if (record !== undefined) await tx.put(unionFigures, { ...record, revision: record.revision + 1 })
      }
    },
  }
}

async function place({ union, own, flows, countedAt }: Counted, tree: Tree): Promise<void> {
  const before = await tree.get(union._id)
  const { parent: _, ...known } = before ?? blank(union._id, union.line)
  const after: UnionFiguresRecord = {
    ...known,
    name: union.name,
    ...(union.parent === undefined ? {} : { parent: union.parent }),
    depth: union.line.length,
    active: union.status === 'active',
    own,
    months: sorted(
      [...flows].map(([month, ofMonth]) => ({
        month,
        own: ofMonth,
        below: known.months.find((one) => one.month === month)?.below ?? noFlows,
      })),
    ),
    countedAt,
  }
  tree.set(after)
  // A month that is closed stands in its own documents: what is here of it is dropped, and subtracted nowhere.
  const [was, is] = [before === undefined ? nothing : ofMonths(sumOf(before), new Set(flows.keys())), sumOf(after)]
  if (before?.parent === union.parent) return raise(union.parent, differenceOf(is, was), union.line, tree)
  await raise(before?.parent, differenceOf(nothing, was), union.line, tree)
  await raise(union.parent, is, union.line, tree)
}

/** Adds to everything from here upward, by the parents that the figures themselves name. */
async function raise(from: UnionId | undefined, more: Sum, line: readonly UnionId[], tree: Tree): Promise<void> {
  if (isNothing(more)) return
  for (let id = from; id !== undefined;) {
    const here = (await tree.get(id)) ?? blank(id, line.includes(id) ? line.slice(line.indexOf(id)) : [id])
    tree.set(withBelow(here, more))
    id = here.parent
  }
}

/** Of a union that was not counted yet: it holds what is below it until it is. */
function blank(_id: UnionId, line: readonly UnionId[]): UnionFiguresRecord {
  const [, parent] = line
  return {
    _id,
    name: '',
    ...(parent === undefined ? {} : { parent }),
    depth: Math.max(1, line.length),
    active: true,
    own: noFigures,
    below: noFigures,
    months: [],
    revision: 0,
  }
}
