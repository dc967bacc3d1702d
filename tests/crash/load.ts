import { chinaDay, isoTime } from '../../shared/core/time'
import type { UnionId } from '../../shared/core/ids'
import { castUnions } from '../../local/demo/personas'
import type { Prng } from '../../local/demo/prng'
import { formFor, situations, somebody } from '../forms'
import type { Callers } from './journal'

const workers = 6
const desks = [
  { chair: 'demo-factory-chair', union: castUnions.factory.id },
  { chair: 'demo-factory-chair', union: castUnions.factory.id },
  { chair: 'demo-newform-chair', union: castUnions.newForm.id },
  { chair: 'demo-newform-chair', union: castUnions.newForm.id },
  { chair: 'demo-battery-chair', union: castUnions.battery.id },
] as const
const places = [situations.workshop, situations.rider, situations.battery] as const

/** Workers who join, mend, urge and change their minds, and officers who decide, two of them at one inbox, until `over`. */
export async function mixedLoad(callers: Callers, prng: Prng, over: () => boolean): Promise<void> {
  const own = Array.from({ length: workers }, (_, number) => workerDays(number))
  await Promise.all([...own, ...desks.map((desk, number) => deskDays(desk, number))])

  async function workerDays(number: number): Promise<void> {
    const chances = prng.branch(`worker ${number}`)
    for (let day = 0; !over(); day++) await joins(`crash-worker-${number}-${day}`, chances, callers)
  }
  async function deskDays({ chair, union }: { chair: string; union: UnionId }, number: number): Promise<void> {
    const chances = prng.branch(`desk ${number}`)
    while (!over()) await decides(chair, union, chances, callers)
  }
}

async function joins(as: string, prng: Prng, { ask, phoneCode }: Callers): Promise<void> {
  const person = somebody()
  if (prng.chance(0.5)) await ask(as, 'membership', 'saveDraft', { draft: { step: 'identity', answers: { at: as } } })
  if (prng.chance(0.1)) await ask(as, 'membership', 'dropDraft', {})
  if (prng.chance(0.3)) await ask(as, 'session', 'verifyPhone', { code: await phoneCode(as) })
  const form = await formFor({ ask }, as, person, prng.pick(places))
  const sent = await ask(as, 'membership', 'submit', { form })
  // The same person at a second phone: whatever comes of it, there is one membership in the end.
  if (prng.chance(0.15)) await ask(`${as}-again`, 'membership', 'submit', { form })
  if (!sent.ok) return
  const { application } = sent.data
  if (prng.chance(0.2)) await ask(as, 'membership', 'remind', { application })
  if (prng.chance(0.2)) await ask(as, 'membership', 'withdraw', { application, seen: 1 })
  for (let looks = prng.whole(1, 6); looks > 0; looks--) {
    const mine = await ask(as, 'membership', 'mine', { application })
    if (!mine.ok || mine.data.application === undefined) throw new Error(`${application} was acknowledged and is gone`)
    const { state, revision } = mine.data.application
    if (state === 'returned') await ask(as, 'membership', 'resubmit', { application, seen: revision, form })
    else if (state !== 'submitted') return
  }
}

async function decides(chair: string, union: UnionId, prng: Prng, { ask }: Callers): Promise<void> {
  const inbox = await ask(chair, 'membership', 'inbox', { union })
  if (!inbox.ok) throw new Error(`the inbox was refused: ${inbox.code}`)
  const rows = inbox.data.rows.map(({ application, revision }) => ({ application, seen: revision }))
  const committee = { decidedOn: chinaDay(isoTime(Date.now())) }
  const [first] = rows
  if (first === undefined) return new Promise((resolve) => setTimeout(resolve, 20))
  const decide = (verdict: unknown) => ask(chair, 'membership', 'decide', { union, ...prng.pick(rows), verdict })
  switch (prng.pick(['approve', 'approve', 'return', 'reject', 'batch', 'batch', 'invite', 'open'] as const)) {
    case 'approve':
      return void (await decide({ kind: 'approve', committee }))
    case 'return':
      return void (await decide({ kind: 'return', reasons: ['name'] }))
    case 'reject':
      return void (await decide({ kind: 'reject', reasons: ['not_employed_here'] }))
    case 'batch':
      return void (await ask(chair, 'membership', 'decideBatch', { union, committee, items: rows.slice(0, 8) }))
    case 'invite':
      return void (await ask(chair, 'registry', 'invite', { union }))
    case 'open':
      return void (await ask(chair, 'membership', 'openApplication', { union, application: first.application }))
  }
}
