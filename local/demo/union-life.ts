import type { home } from '../../shared/contract/home'
import { daysAfter } from '../../shared/core/calendar'
import type { FileId } from '../../shared/core/ids'
import { chinaDay, type IsoDate } from '../../shared/core/time'
import type { ManagementFacts } from '../../shared/home/management/facts'
import type { MemberCongress, StaffCongress } from '../../shared/home/meetings/facts'
import { termEnd, type CommitteeKind } from '../../shared/org/committees'
import { accountOf } from '../../cloudfunctions/_kernel/caller'
import { unions, type UnionRecord } from '../../cloudfunctions/_kernel/records/registry'
import { committees } from '../../cloudfunctions/_kernel/records/union-registry'
import type { Runtime } from '../../cloudfunctions/_kernel/runtime'
import type { ServedFunction } from '../../cloudfunctions/_kernel/serve'
import { entry, type WorldEntry } from './entry'
import type { Progress } from './load'
import { officerOpenid } from './officers'
import { castUnions } from './personas'
import type { Prng } from './prng'
import { writeEntries } from './write'

const termYears = 5

/** How much a union cares, and with it what it has on record: a map on which all are alike shows nothing. */
type Care = 'well' | 'somewhat' | 'hardly'
const cares = [
  [35, 'well'],
  [40, 'somewhat'],
  [25, 'hardly'],
] as const satisfies readonly (readonly [number, Care])[]

const chances: Readonly<Record<Care, number>> = { well: 0.95, somewhat: 0.6, hardly: 0.15 }

/**
 * What the unions have done: committees that were elected, the two congresses of this year, a collective contract. Recorded by their chairs through the home function.
 * The cast’s unions have done nothing yet: what a visitor tries there is theirs.
 */
export async function liveOneYear(runtime: Runtime, served: ServedFunction, prng: Prng, progress: Progress) {
  const cast = new Set<string>(Object.values(castUnions).map(({ id }) => id))
  let recorded = 0
  for await (const page of grassroots(runtime)) {
    const others = page.filter(({ _id }) => !cast.has(_id))
    await Promise.all(others.map((union) => live(union, prng.branch(union._id))))
    progress(`${(recorded += others.length)} unions with records`)
  }

  async function live(union: UnionRecord, own: Prng): Promise<void> {
    const chance = chances[own.weighted(cares)]
    await writeEntries(committeesOf(union, own, chance, runtime), runtime.store, () => {})
    const caller = { account: accountOf(officerOpenid(union._id, 'chair'), runtime) }
    for (const [procedure, facts] of doneBy(union, own, chance, chinaDay(runtime.now()))) {
      const input = { union: union._id, facts }
      const answer = await served.answer({ procedure, input, requestId: runtime.random.id() }, caller, runtime)
      if (!answer.ok) throw new Error(`the demo world was refused: ${answer.error?.code ?? ''} (${procedure})`)
    }
  }
}

async function* grassroots({ store }: Pick<Runtime, 'store'>): AsyncGenerator<readonly UnionRecord[]> {
  let cursor: string | undefined
  do {
    const from = cursor === undefined ? {} : { cursor }
    const page = await store.find(unions, { index: 'byParent', equals: {}, limit: 20, ...from })
    yield page.documents.filter(({ status, type }) => status === 'active' && !type.endsWith('_general'))
    cursor = page.cursor
  } while (cursor !== undefined)
}

function* committeesOf(
  union: UnionRecord,
  prng: Prng,
  chance: number,
  { sealer, now }: Pick<Runtime, 'sealer' | 'now'>,
): Generator<WorldEntry> {
  const electedOn = daysAfter(chinaDay(now()), -prng.whole(60, termYears * 365 + 200))
  for (const kind of ['committee', 'audit', 'women'] satisfies readonly CommitteeKind[]) {
    if (!prng.chance(chance)) continue
    const id = `${union._id}:${kind}`
    yield entry(committees, {
      _id: id,
      union: union._id,
      kind,
      electedOn,
      until: termEnd(electedOn, termYears),
      seats: kind === 'committee' ? 7 : 3,
      chair: sealer.seal({ collection: 'committees', id, field: 'chair' }, '主任'),
    })
  }
}

type Recording = readonly [keyof typeof home.procedures, MemberCongress | StaffCongress | ManagementFacts]

function* doneBy({ name }: UnionRecord, prng: Prng, chance: number, today: IsoDate): Generator<Recording> {
  const [entitled, period] = [prng.whole(20, 90), prng.whole(1, 6)]
  const attended = entitled - prng.whole(0, 6)
  const paper = (volume: string) => ({ kept: 'paper', place: '工会办公室', volume }) as const
  const papers: FileId[] = []
  const held = {
    period,
    session: prng.whole(1, 4),
    day: daysAfter(today, -prng.whole(5, 200)),
    place: '会议室',
    convened: { form: 'everybody' },
    entitled,
    attended,
    papers,
  } as const
  if (prng.chance(chance))
    yield [
      'recordMemberCongress',
      {
        meeting: 'members',
        ...held,
        banner: `${name}会员大会`,
        agenda: ['听取工会委员会工作报告', '表决'],
        resolutions: [{ text: '批准工会委员会工作报告', agreed: attended }],
        powers: ['committee-report'],
        paper: paper('会员大会'),
      },
    ]
  if (prng.chance(chance))
    yield [
      'recordStaffCongress',
      {
        meeting: 'staff',
        ...held,
        day: daysAfter(held.day, 1),
        banner: '职工大会',
        agenda: ['听取工作报告', '审议集体合同草案'],
        resolutions: [{ text: '通过集体合同草案', agreed: attended }],
        powers: ['hear', 'adopt'],
        proposals: { received: 6, answered: 5 },
        paper: paper('职工大会'),
      },
    ]
  if (prng.chance(chance))
    yield [
      'recordManagement',
      {
        kind: 'contract',
        scope: 'whole',
        name: '集体合同',
        day: daysAfter(held.day, 2),
        until: daysAfter(held.day, 3 * 365),
        paper: paper('集体合同'),
      },
    ]
}
