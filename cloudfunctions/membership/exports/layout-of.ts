import { unreachable } from '../../../shared/core/unreachable'
import { roleName } from '../../../shared/org/officers'
import { letterLayout, organisationLayout, rosterLayout, type Frame } from '../../../shared/roster/annex-layouts'
import { platformLayout } from '../../../shared/roster/export'
import type { Layout } from '../../../shared/roster/layout'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { MemberRow, SignerRow, UnionRow, type ExportRecord } from '../../_kernel/records/exports'
import { officers, regions, unions, type UnionRecord } from '../../_kernel/records/registry'
import { checksOf } from './checks'
import type { ExportPorts } from './job'
import { leaderOf } from './leader'
import { rowsOfPart } from './pages'

/** 一个文件的版面, with the region’s columns and letter, who examined it, and for whom it is. */
export async function layoutOf(
  job: ExportRecord,
  whose: UnionRecord,
  part: number,
  ports: ExportPorts,
): Promise<Layout> {
  const frame = await frameOf(job, whose, ports)
  const { values } = await policyOfUnion(whose, ports)
  const shaped = job.form === 'platform' ? platformLayout : (layout: Layout) => layout
  switch (job.annex) {
    case 'organisation': {
      const rows = await rowsOfPart(job, part, UnionRow, ports)
      const printed = rows.map(({ unitKind, staff, ...row }) => ({ ...row, unitKind, staff }))
      return shaped(organisationLayout(printed, frame))
    }
    case 'roster': {
      const rows = await rowsOfPart(job, part, MemberRow, ports)
      const printed = rows.map(({ number, sex, ...row }) => ({ ...row, sex, id: { value: number } }))
      const contact = (await leaderOf(whose._id, ports))?.name ?? ''
      const head = { unionName: whose.name, contact, phone: whose.phone ?? '' }
      return shaped(rosterLayout(printed, head, values.rosterColumns, frame))
    }
    case 'letter':
      return letterLayout(await rowsOfPart(job, part, SignerRow, ports), values.letter, frame)
    default:
      return unreachable(job.annex)
  }
}

async function frameOf(job: ExportRecord, whose: UnionRecord, ports: ExportPorts): Promise<Frame> {
  const { store } = ports
  const [checks, place, asking, officer] = await Promise.all([
    checksOf(whose, ports),
    placeOf(whose, ports),
    store.get(unions, job.union),
    store.get(officers, `${job.union}:${job.by}`),
  ])
  const role = officer === undefined ? '' : roleName[officer.role]
  const number = job._id.slice(-6)
  return {
    place,
    checks,
    watermark: `仅供${asking?.name ?? ''} ${role} 使用 ${minuteInChina(ports.now)} 编号 ${number}`,
  }
}

/** The county or district, with whose name the titles begin (长兴县); the region itself where it lies in none. */
async function placeOf({ region }: UnionRecord, { store }: Pick<ExportPorts, 'store'>): Promise<string> {
  const own = await store.get(regions, region)
  const path = await Promise.all((own?.path ?? []).map((id) => store.get(regions, id)))
  return path.find((one) => one?.level === 'district')?.name ?? own?.name ?? ''
}

const chinaMs = 8 * 60 * 60_000

/** `2026-11-22 14:05`, as a clock on a wall in China shows it. */
function minuteInChina(now: string): string {
  return new Date(Date.parse(now) + chinaMs).toISOString().slice(0, 16).replace('T', ' ')
}
