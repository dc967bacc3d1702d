import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ImportId, PersonId } from '../shared/core/ids'
import { chinaDay, isoTime } from '../shared/core/time'
import { withCheckDigit } from '../local/demo/codes/person-numbers'
import { castUnions } from '../local/demo/personas'
import { loadWorld } from '../local/demo/load'
import { openLocalSystem, type LocalSystem } from '../local/runtime'
import { accountOf } from '../cloudfunctions/_kernel/caller'
import { identifiers, persons } from '../cloudfunctions/_kernel/records/persons'
import { imports, type ImportRecord } from '../cloudfunctions/_kernel/records/imports'
import { memberNumbers, membershipEvents, memberships } from '../cloudfunctions/_kernel/records/memberships'
import { auditEntries } from '../cloudfunctions/_kernel/records/upkeep'
import { writtenAtOnce } from '../cloudfunctions/membership/import/apply-rows'
import { stretchOf } from '../cloudfunctions/membership/import/carry'
import { rosterCsv, rosterRow } from '../cloudfunctions/membership/import/import.fixture'
import { advancing, sealedSecrets, type ImportPorts } from '../cloudfunctions/membership/import/job'
import { membershipFunction } from '../cloudfunctions/membership/function'
import type { Collection, Stored, Transaction } from '../cloudfunctions/_kernel/store/port'
import { goesOn, noRows, type ImportState } from '../shared/roster/import'
import type { BenchRow } from './row'

const size = 10_000
const mostSeconds = 60

/** 导入 of a roster of 10,000: rows written per second, against the same documents in as many bare transactions; and the time of all of it. */
export async function importRows(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-import-'))
  const system = openLocalSystem({
    folder,
    origin: 'http://127.0.0.1',
    now: () => isoTime(Date.parse('2026-11-18T02:00:00.000Z')),
  })
  try {
    const { runtime } = system
    const world = { units: 60, unions: 60, members: 40, applications: 0 }
    await loadWorld(world, 'import', runtime, membershipFunction, () => {})
    const ours = await imported(system)
    const bare = await bareTransactions(system)
    const perSecond = size / ours.writing
    const peer = size / bare
    const ratio = perSecond / peer
    return [
      {
        name: `roster of ${size} rows: rows written a second, against bare transactions of the same documents`,
        ours: perSecond,
        peer,
        unit: 'rows/s',
        ratio,
        target: '≥ 0.5 ×',
        ok: ratio >= 0.5,
      },
      {
        name: `roster of ${size} rows: read, checked and written`,
        ours: ours.all,
        peer: mostSeconds,
        unit: 's',
        ratio: ours.all / mostSeconds,
        target: `< ${mostSeconds} s`,
        ok: ours.all < mostSeconds,
        note: `of these ${ours.writing.toFixed(1)} s to write`,
      },
    ]
  } finally {
    await system.close()
    rmSync(folder, { recursive: true })
  }
}

const union = castUnions.factory.id

async function imported({ runtime }: LocalSystem): Promise<{ readonly all: number; readonly writing: number }> {
  const account = accountOf('demo-factory-chair', runtime)
  const now = runtime.now()
  const ports: ImportPorts = { ...runtime, now, today: chinaDay(now), account }
  const rows = Array.from({ length: size }, (_, at) => rosterRow(workerOf(at)))
  const kept = await runtime.files.put({ kind: 'workbook', bytes: Buffer.from(rosterCsv(rows)), owner: account })
  if (!kept.ok) throw new Error(kept.reason)
  const _id = ImportId.parse('bench-import')
  await runtime.store.insert(imports, {
    _id,
    union,
    by: account,
    state: 'reading',
    step: 0,
    secrets: sealedSecrets(_id, { fileName: '花名册.csv' }, runtime),
    digest: 'bench',
    bytes: 1,
    pieces: 1,
    file: kept.id,
    annex: 'roster',
    headRow: 1,
    columns: {
      name: 1,
      sex: 2,
      idNumber: 3,
      nationality: 4,
      education: 5,
      mobile: 6,
      household: 7,
      unit: 8,
      employment: 9,
      office: 10,
    },
    run: 1,
    rows: 0,
    pages: 0,
    next: 0,
    checked: noRows,
    applied: noRows,
    createdAt: now,
    touchedAt: now,
  })
  const checking = await secondsOf(() => carriedTo(_id, 'checked', ports))
  await runtime.store.transact(async (tx) => {
    const job = await tx.get(imports, _id)
    if (job !== undefined) await tx.put<ImportRecord>(imports, { ...job, state: 'applying' })
  })
  const writing = await secondsOf(() => carriedTo(_id, 'done', ports))
  const done = await runtime.store.get(imports, _id)
  if (done?.applied.new !== size) throw new Error(`${done?.applied.new ?? 0} of ${size} were written`)
  return { all: checking + writing, writing }
}

async function carriedTo(id: ImportId, state: ImportState, ports: ImportPorts): Promise<void> {
  for (;;) {
    const job = await ports.store.get(imports, id)
    if (job === undefined || !goesOn(job.state)) {
      if (job?.state !== state) throw new Error(`the import is ${job?.state ?? 'gone'}`)
      return
    }
    const stretch = await stretchOf(job, ports)
    if (!stretch.ok || stretch.data === undefined) throw new Error('the import stands still')
    await ports.store.transact(advancing(job, stretch.data, ports))
  }
}

/** The six documents that somebody new leaves, copied from those that were just written, as nothing but a transaction writes them. */
async function bareTransactions({ runtime }: LocalSystem): Promise<number> {
  const { store } = runtime
  const one = async <D extends Stored>(collection: Collection<D>, index: string): Promise<D> => {
    const page = await store.find(collection, { index, equals: {}, order: 'descending', limit: 1 })
    const [found] = page.documents
    if (found === undefined) throw new Error(`there is no ${collection.name}`)
    return found
  }
  const [person, membership, event, lock] = [
    await one(persons, 'all'),
    await one(memberships, 'all'),
    await one(membershipEvents, 'byPerson'),
    await one(identifiers, 'all'),
  ]
  const entry = await one(auditEntries, 'bySubject')
  // Ids that lie as far apart as those of real people.
  const ids = Array.from({ length: size }, () => runtime.random.id())
  const write = (id: string) => async (tx: Transaction) => {
    const its = PersonId.parse(id)
    await tx.insert(identifiers, { ...lock, _id: `${id}${lock._id.slice(id.length)}`, person: its })
    await tx.insert(memberNumbers, { _id: id, person: its })
    await tx.insert(persons, { ...person, _id: its })
    await tx.insert(memberships, { ...membership, _id: its })
    await tx.insert(membershipEvents, { ...event, _id: id, person: its })
    await tx.insert(auditEntries, { ...entry, _id: `${id}${entry._id.slice(id.length)}`, subject: id })
  }
  return secondsOf(async () => {
    for (let from = 0; from < size; from += writtenAtOnce)
      await Promise.all(ids.slice(from, from + writtenAtOnce).map((id) => store.transact(write(id))))
  })
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const begun = process.hrtime.bigint()
  await work()
  return Number(process.hrtime.bigint() - begun) / 1e9
}

/** Somebody with a number of their own, one of ten thousand. */
function workerOf(at: number) {
  const day = new Date(Date.UTC(1970, 0, 1) + Math.floor(at / 900) * 86_400_000).toISOString().slice(0, 10)
  const number = withCheckDigit(`370202${day.replace(/-/g, '')}${String((at % 900) + 1).padStart(3, '0')}`)
  return { name: '王小明', number, mobile: `138${String(10_000_000 + at)}` }
}
