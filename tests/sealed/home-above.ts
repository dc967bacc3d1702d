import { keepStandings } from '../../cloudfunctions/home/above/above.fixture'
import { castUnions } from '../../local/demo/personas'
import type { Asking } from './asking'

const { street, factory } = castUnions

export async function inHomeAbove({ system, call }: Asking): Promise<void> {
  await keepStandings(system.runtime)
  const ask = (procedure: string, input: object = {}) =>
    call('demo-street', 'home', procedure, { union: street.id, ...input })
  await ask('homeBelow')
  await ask('homeRowsBelow')
  await ask('guide', { of: factory.id, text: '先开会员代表大会' })
  await ask('weakestBelow')
  await ask('sendHomeReport', { year: 2026, text: '对照了标准，一家达标，两家整改。' })
  await ask('homeReport')
  await call('demo-factory-chair', 'home', 'guidance', { union: factory.id })
}
