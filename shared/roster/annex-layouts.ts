import { educationName, householdName } from '../membership/labels'
import type { LetterTemplate } from '../policy/letters'
import {
  letterColumns,
  letterNotes,
  organisationColumns,
  organisationNotes,
  organisationTitle,
  rosterColumnsOf,
  rosterHeads,
  rosterNotes,
  rosterTitle,
  type OrganisationKey,
  type PrintedColumn,
  type RosterKey,
} from './annexes'
import { sexName } from './choices'
import { nationalityName } from './country'
import { closingLines, type Layout, type LevelCheck, type Line, type Value } from './layout'
import { unionTypeShown, unitKindShown, type OrganisationEntry } from './organisation-entry'
import type { RosterEntry } from './roster-entry'

/** What every export states: for which place, who examined it, and the words of its watermark. */
export interface Frame {
  /** The region’s name, with which the titles begin. */
  readonly place: string
  readonly checks: readonly LevelCheck[]
  readonly watermark: string
}

/** 汇总表的一行 as it is printed: what nobody has told yet stays empty. */
export interface PrintedUnion extends Omit<OrganisationEntry, 'staff'> {
  readonly staff?: number | undefined
}

/** 附件 1: one union per row. */
export function organisationLayout(entries: Iterable<PrintedUnion>, frame: Frame): Layout {
  return {
    name: '附件1',
    orientation: 'landscape',
    columns: organisationColumns,
    watermark: frame.watermark,
    lines: organisationLines(entries, frame),
  }
}

function* organisationLines(entries: Iterable<PrintedUnion>, frame: Frame): Generator<Line, void, undefined> {
  yield { kind: 'title', text: organisationTitle(frame.place) }
  yield { kind: 'headings', cells: organisationColumns.map(({ heading }) => heading) }
  let number = 0
  for (const entry of entries) {
    const values = organisationValues(entry, ++number)
    yield { kind: 'row', cells: organisationColumns.map(({ key }) => values[key]) }
  }
  yield* closingLines(organisationNotes, frame.checks, frame.watermark)
}

function organisationValues(entry: PrintedUnion, number: number): Readonly<Record<OrganisationKey, Value>> {
  const { unitKind, staff = '' } = entry
  return {
    ...entry,
    number,
    staff,
    unitKind: unitKind === undefined ? '' : unitKindShown(unitKind),
    type: unionTypeShown(entry.type),
  }
}

/** 附件 3 的表头. */
export interface RosterHead {
  readonly unionName: string
  readonly contact: string
  readonly phone: string
}

/** 花名册的一行 as it is printed: of an old document the sex may not be known. */
export interface PrintedMember extends Omit<RosterEntry, 'id' | 'sex'> {
  readonly id: Pick<RosterEntry['id'], 'value'>
  readonly sex: RosterEntry['sex'] | undefined
}

/** 附件 3, with the columns of the region (policy `rosterColumns`). */
export function rosterLayout(
  entries: Iterable<PrintedMember>,
  head: RosterHead,
  headings: readonly string[],
  frame: Frame,
): Layout {
  const columns = rosterColumnsOf(headings)
  return {
    name: '附件3',
    orientation: 'landscape',
    columns,
    watermark: frame.watermark,
    lines: rosterLines(entries, head, columns, frame),
  }
}

function* rosterLines(
  entries: Iterable<PrintedMember>,
  head: RosterHead,
  columns: readonly PrintedColumn[],
  frame: Frame,
): Generator<Line, void, undefined> {
  yield { kind: 'title', text: rosterTitle(frame.place) }
  yield { kind: 'head', label: rosterHeads.unionName, text: head.unionName }
  yield { kind: 'head', label: rosterHeads.contact, text: head.contact }
  yield { kind: 'head', label: rosterHeads.phone, text: head.phone }
  yield { kind: 'headings', cells: columns.map(({ heading }) => heading) }
  let number = 0
  for (const entry of entries) {
    const values = rosterValues(entry, ++number)
    yield { kind: 'row', cells: columns.map(({ key }) => (key === undefined ? '' : values[key])) }
  }
  yield* closingLines(rosterNotes(frame.place), frame.checks, frame.watermark)
}

function rosterValues(entry: PrintedMember, number: number): Readonly<Record<RosterKey, Value>> {
  return {
    number,
    name: entry.name,
    sex: entry.sex === undefined ? '' : sexName[entry.sex],
    idNumber: entry.id.value,
    nationality: nationalityName(entry.nationality),
    education: educationName[entry.education],
    mobile: entry.mobile,
    household: householdName[entry.household],
    unit: entry.unitName,
    employment: entry.employment,
    office: entry.office ?? '',
  }
}

/** 申请书上的一个人: 签名 stays empty, for it is signed on paper. */
export interface LetterSigner {
  readonly name: string
  readonly card: boolean
  readonly wechat: boolean
  /** The letter’s words, as they were agreed to. */
  readonly agreedTo?: string | undefined
}

const rowsOnPage = 24

/** 附件 2: the letter’s text and two blocks side by side. A page is filled down its left block and then down its right, as people sign it. */
export function letterLayout(signers: readonly LetterSigner[], letter: LetterTemplate, frame: Frame): Layout {
  const headings = letterColumns.map(({ heading }) => heading)
  return {
    name: '附件2',
    orientation: 'portrait',
    columns: [...letterColumns, ...letterColumns],
    watermark: frame.watermark,
    lines: [
      { kind: 'title', text: letter.title },
      { kind: 'text', text: letter.text },
      { kind: 'headings', cells: [...headings, ...headings] },
      ...signingLines(signers),
      ...otherLetters(signers, letter),
      ...closingLines(letterNotes, frame.checks, frame.watermark),
    ],
  }
}

/** 签的是另一版: a region’s letter changes, and what somebody signed does not. Whose words are not those above the table, the paper says. */
function otherLetters(signers: readonly LetterSigner[], { text }: LetterTemplate): readonly Line[] {
  const others = new Map<string, number[]>()
  for (const [at, { agreedTo }] of signers.entries()) {
    if (agreedTo === undefined || agreedTo === text) continue
    const numbers = others.get(agreedTo) ?? []
    numbers.push(at + 1)
    others.set(agreedTo, numbers)
  }
  return [...others].map(([words, numbers]) => ({
    kind: 'note',
    text: `注：序号 ${rangesOf(numbers)} 签的申请书是：${words}`,
  }))
}

/** `1—40、43`. */
function rangesOf(numbers: readonly number[]): string {
  const ranges: { readonly from: number; to: number }[] = []
  for (const number of numbers) {
    const last = ranges[ranges.length - 1]
    if (last?.to === number - 1) last.to = number
    else ranges.push({ from: number, to: number })
  }
  return ranges.map(({ from, to }) => (from === to ? String(from) : `${from}—${to}`)).join('、')
}

function signingLines(signers: readonly LetterSigner[]): readonly Line[] {
  const lines: Line[] = []
  for (let first = 0; first < signers.length; first += 2 * rowsOnPage) {
    const onPage = signers.slice(first, first + 2 * rowsOnPage)
    const rows = Math.min(onPage.length, rowsOnPage)
    const more = first + onPage.length < signers.length
    for (let row = 0; row < rows; row++)
      lines.push({
        kind: 'signing',
        cells: [
          ...signingCells(onPage[row], first + row + 1),
          ...signingCells(onPage[rowsOnPage + row], first + rowsOnPage + row + 1),
        ],
        endsPage: more && row === rows - 1,
      })
  }
  return lines
}

function signingCells(signer: LetterSigner | undefined, number: number): readonly Value[] {
  const tick = (is: boolean) => (is ? '√' : '')
  return signer === undefined ? ['', '', '', '', ''] : [number, signer.name, '', tick(signer.card), tick(signer.wechat)]
}
