import type { z } from 'zod'
import type { JoinForm, Situation } from '../shared/membership/joining'
import { withCheckDigit } from '../local/demo/codes/person-numbers'
import { castUnits, stage, type CastPerson } from '../local/demo/personas'
import { granted, type TestSystem } from './system'

type Form = z.input<typeof JoinForm>
type Worker = Pick<CastPerson, 'name' | 'number' | 'mobile'>

export const situations = {
  workshop: { work: 'unit', unit: { kind: 'listed', unit: castUnits.factory.id }, establishment: 'regular' },
  battery: { work: 'unit', unit: { kind: 'listed', unit: castUnits.battery.id }, establishment: 'regular' },
  restaurant: { work: 'unit', unit: { kind: 'listed', unit: castUnits.restaurant.id }, establishment: 'regular' },
  rider: { work: 'platform', industry: 'delivery', workRegion: stage.community },
  dispatched: {
    work: 'dispatched',
    agency: { kind: 'listed', unit: castUnits.agency.id },
    userUnit: { kind: 'listed', unit: castUnits.factory.id },
  },
  nobodyKnows: { work: 'other', note: '帮亲戚看店，没有合同', workRegion: stage.community },
} as const satisfies Record<string, z.input<typeof Situation>>

let people = 0

/** Somebody nobody knows, with a valid number of their own. */
export function somebody(birth = '19900307'): Worker {
  const sequence = String(++people % 1000).padStart(3, '0')
  const day = String(1 + (Math.floor(people / 1000) % 28)).padStart(2, '0')
  return {
    name: '测试人',
    number: withCheckDigit(`370202${birth.slice(0, 6)}${day}${sequence}`),
    mobile: `154${String(30_000_000 + people)}`,
  }
}

export const identityOf = ({ name, number, mobile }: Worker) => ({
  name,
  document: 'resident' as const,
  number,
  mobile,
})

/** A form as the pages would send it: the route asked for first, its primary taken, its letter agreed to. */
export async function formFor(
  system: Pick<TestSystem, 'ask'>,
  as: string,
  worker: Worker,
  situation: Form['situation'],
  change: Partial<Form> = {},
): Promise<Form> {
  const identity = identityOf(worker)
  const route = granted(await system.ask(as, 'membership', 'previewRoute', { situation, retired: false, identity }))
  const handler = route.primary ?? route.alternatives[0] ?? route.reviewer
  if (handler === undefined) throw new Error('this route names no union')
  const letter = granted(await system.ask(as, 'membership', 'letter', { union: handler.union }))
  return {
    situation,
    retired: false,
    identity,
    details: { education: 'vocational', household: 'rural' },
    choice:
      route.primary !== undefined || route.alternatives.length > 0
        ? { kind: 'offered', union: handler.union }
        : { kind: 'review' },
    consent: {
      letterVersion: letter.version,
      privacyVersion: letter.privacyVersion,
      agreed: true,
      sensitiveAgreed: true,
      ...(letter.consentForm === 'signature'
        ? { signature: { strokes: [[100, 100, 300, 400, 500, 200, 800, 700]] } }
        : {}),
    },
    ...change,
  }
}

/** Sends an application and answers its id and union. */
export async function sent(
  system: Pick<TestSystem, 'ask'>,
  as: string,
  worker: Worker,
  situation: Form['situation'],
  change: Partial<Form> = {},
) {
  const form = await formFor(system, as, worker, situation, change)
  return { form, ...granted(await system.ask(as, 'membership', 'submit', { form })) }
}
