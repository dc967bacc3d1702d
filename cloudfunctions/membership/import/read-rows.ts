import { losesDigits, organisationChecker, rosterChecker, type CheckedRow } from '../../../shared/roster/check-rows'
import type { SheetRow } from '../../../shared/roster/cell'
import type { OrganisationEntry } from '../../../shared/roster/organisation-entry'
import type { RosterEntry } from '../../../shared/roster/roster-entry'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import type { ImportPageRecord, ImportRecord, ImportRow } from '../../_kernel/records/imports'
import { unions } from '../../_kernel/records/registry'
import { openWorkbook } from '../../_kernel/workbook/read-workbook'
import { secretsOfImport, unreadable, type Advance, type ImportPorts } from './job'
import { pageOf, rowsOfPage } from './pages'

/** Pages in one call: some seconds’ work, and a transaction of 40 documents. */
const stretch = 40

type Checked = CheckedRow<RosterEntry, string> | CheckedRow<OrganisationEntry, string>
type Checker = (rows: readonly SheetRow[]) => readonly Checked[]

/**
 * 读一段: a sheet can only be read from its beginning, so each stretch passes over what the earlier ones kept. That is also what remembers which numbers the
 * file has had.
 */
export async function readRows(job: ImportRecord, ports: ImportPorts): Promise<Advance> {
  const file = job.file === undefined ? undefined : await ports.files.get(job.file)
  const check = await checkerOf(job, ports)
  if (file === undefined || check === undefined) return { change: unreadable({ ok: false, code: 'WORKBOOK_DAMAGED' }) }
  const { sheet } = secretsOfImport(job, ports)
  const opened = await openWorkbook(file.bytes, sheet === undefined ? {} : { sheet })
  if (!opened.ok) return { change: unreadable(opened) }

  const pages: ImportPageRecord[] = []
  let seen = 0
  let waiting: ImportRow[] = []
  const turn = () => {
    pages.push(pageOf(job, job.pages + pages.length, waiting, ports))
    waiting = []
  }
  for await (const step of opened.data.pages()) {
    if (!step.ok) return { change: unreadable(step) }
    for (const row of check(step.data)) {
      seen += 1
      if (seen > 1 && job.digitsLost === undefined && losesDigits(row)) return { change: readAgain(job) }
      if (seen <= job.rows) continue
      waiting.push(keptRow(row))
      if (waiting.length === rowsOfPage) turn()
      if (pages.length === stretch) return { pages, change: read(job, pages, seen) }
    }
  }
  if (waiting.length > 0) turn()
  return { pages, change: { ...read(job, pages, Math.max(seen, job.rows)), state: 'matching', next: 0 } }
}

/** From the beginning, as another reading: the pages of this one count no more. */
const readAgain = ({ run }: ImportRecord) => ({ digitsLost: true as const, run: run + 1, rows: 0, pages: 0 })

const read = (job: ImportRecord, pages: readonly unknown[], rows: number) => ({ rows, pages: job.pages + pages.length })

async function checkerOf(
  { annex, headRow = 0, columns = {}, union, digitsLost }: ImportRecord,
  ports: ImportPorts,
): Promise<Checker | undefined> {
  const of = await ports.store.get(unions, union)
  if (of === undefined || annex === undefined) return undefined
  const { minAge, landline } = (await policyOfUnion(of, ports)).values
  const mapping = { headRow, columns }
  const { today } = ports
  return annex === 'roster'
    ? rosterChecker(mapping, { today, minAge }, { digitsLost: digitsLost === true })
    : organisationChecker(mapping, { today, landline })
}

function keptRow(checked: Checked): ImportRow {
  const { row } = checked
  if (!checked.ok) return { row, problems: checked.problems.map((problem) => ({ ...problem })), outcome: 'refused' }
  const { entry } = checked
  return 'id' in entry
    ? { row, problems: [], roster: keptPerson(entry) }
    : { row, problems: [], organisation: keptUnion(entry) }
}

function keptPerson({
  id,
  name,
  sex,
  nationality,
  education,
  household,
  mobile,
  unitName,
  employment,
  office,
}: RosterEntry) {
  return {
    name,
    sex,
    number: id.normalised,
    maskedNumber: id.masked,
    documentKind: id.kind,
    ...(id.birth === undefined ? {} : { birth: id.birth }),
    nationality,
    education,
    household,
    mobile,
    unitName,
    employment,
    ...(office === undefined ? {} : { office }),
  }
}

function keptUnion({
  name,
  unitName,
  unitCode,
  unitKind,
  address,
  staff,
  foundedOn,
  phone,
  members,
}: OrganisationEntry) {
  const nature = unitKind === undefined ? {} : { unitKind }
  const people = staff === undefined ? {} : { staff }
  return { name, unitName, unitCode, ...nature, address, ...people, foundedOn, phone, members }
}
