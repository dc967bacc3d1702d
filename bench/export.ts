import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ExportId, PersonId } from '../shared/core/ids'
import { chinaDay, isoTime } from '../shared/core/time'
import { castUnions } from '../local/demo/personas'
import { loadWorld } from '../local/demo/load'
import { openLocalSystem, type LocalSystem } from '../local/runtime'
import { accountOf } from '../cloudfunctions/_kernel/caller'
import { exports } from '../cloudfunctions/_kernel/records/exports'
import { memberships, RosterSecrets } from '../cloudfunctions/_kernel/records/memberships'
import { persons, PersonSecrets } from '../cloudfunctions/_kernel/records/persons'
import { unions } from '../cloudfunctions/_kernel/records/registry'
import { openJson, sealJson } from '../cloudfunctions/_kernel/secrets'
import { oneTimePassword } from '../cloudfunctions/_kernel/workbook/one-time-password'
import { writeLayout } from '../cloudfunctions/_kernel/workbook/write-xlsx'
import { gatherStretch } from '../cloudfunctions/membership/exports/gather'
import { advancing, type ExportPorts } from '../cloudfunctions/membership/exports/job'
import { layoutOf } from '../cloudfunctions/membership/exports/layout-of'
import { membershipFunction } from '../cloudfunctions/membership/function'
import type { BenchRow } from './row'

const size = 10_000
/** What one call of a function may take, with room for a slower machine. */
const mostSeconds = 10
const union = castUnions.factory.id

/** 导出 of a roster of 10,000: everything, and of it the one call that writes and encrypts the file. */
export async function exportRows(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-export-'))
  const now = isoTime(Date.parse('2026-11-18T02:00:00.000Z'))
  const system = openLocalSystem({ folder, origin: 'http://127.0.0.1', now: () => now })
  try {
    const { runtime } = system
    const world = { units: 60, unions: 60, members: 40, applications: 0 }
    await loadWorld(world, 'export', runtime, membershipFunction, () => {})
    await manyMembers(system)
    const ports: ExportPorts = { ...runtime, now, today: chinaDay(now) }
    const id = await begun(system)
    const gathering = await secondsOf(() => gatheredWhole(id, ports))
    const sealing = await secondsOf(() => written(id, ports, { password: oneTimePassword() }))
    const plain = await secondsOf(() => written(id, ports, {}))
    return [
      {
        name: `roster of ${size} rows: the call that writes and encrypts it, against the same without a password`,
        ours: sealing,
        peer: plain,
        unit: 's',
        ratio: sealing / plain,
        target: `< ${mostSeconds} s`,
        ok: sealing < mostSeconds,
        note: `gathered in ${gathering.toFixed(1)} s before`,
      },
    ]
  } finally {
    await system.close()
    rmSync(folder, { recursive: true })
  }
}

/** Copies of one member, each sealed at its own place. */
async function manyMembers({ runtime }: LocalSystem): Promise<void> {
  const { store, sealer } = runtime
  const page = await store.find(memberships, { index: 'byUnion', equals: { union, state: 'active' }, limit: 1 })
  const [member] = page.documents
  const person = member === undefined ? undefined : await store.get(persons, member._id)
  if (member === undefined || person === undefined) throw new Error('the union has no member to copy')
  const roster = openJson(sealer, at(memberships.name, member._id, 'roster'), RosterSecrets, member.roster)
  const secrets = openJson(sealer, at(persons.name, person._id, 'secrets'), PersonSecrets, person.secrets)
  for (let from = 0; from < size; from += 40)
    await store.transact(async (tx) => {
      for (let copy = from; copy < from + 40; copy++) {
        const _id = PersonId.parse(`bench-${copy}`)
        const sealed = {
          roster: sealJson(sealer, at(memberships.name, _id, 'roster'), roster),
          secrets: sealJson(sealer, at(persons.name, _id, 'secrets'), secrets),
        }
        await tx.insert(persons, { ...person, _id, secrets: sealed.secrets })
        await tx.insert(memberships, { ...member, _id, roster: sealed.roster })
      }
    })
}

const at = (collection: string, id: string, field: string) => ({ collection, id, field })

async function begun({ runtime }: LocalSystem): Promise<ExportId> {
  const _id = ExportId.parse('bench-export')
  const now = runtime.now()
  await runtime.store.insert(exports, {
    _id,
    union,
    by: accountOf('demo-factory-chair', runtime),
    of: union,
    ofName: castUnions.factory.name,
    annex: 'roster',
    form: 'annex',
    state: 'gathering',
    step: 0,
    reason: runtime.sealer.seal(at(exports.name, _id, 'reason'), '备案'),
    rows: 0,
    pages: 0,
    position: { kind: 'list', at: 0 },
    files: [],
    createdAt: now,
    touchedAt: now,
  })
  return _id
}

async function gatheredWhole(id: ExportId, ports: ExportPorts): Promise<void> {
  for (;;) {
    const job = await ports.store.get(exports, id)
    const advance = job === undefined ? undefined : await gatherStretch(job, ports)
    if (job === undefined || advance === undefined) return
    await ports.store.transact(advancing(job, advance, ports))
  }
}

async function written(id: ExportId, ports: ExportPorts, choice: { readonly password?: string }): Promise<void> {
  const [job, whose] = await Promise.all([ports.store.get(exports, id), ports.store.get(unions, union)])
  if (job === undefined || whose === undefined || job.rows < size) throw new Error('the roster was not gathered')
  await writeLayout(await layoutOf(job, whose, 0, ports), choice)
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const begin = process.hrtime.bigint()
  await work()
  return Number(process.hrtime.bigint() - begin) / 1e9
}
