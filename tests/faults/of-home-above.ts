import { keepStandings } from '../../cloudfunctions/home/above/above.fixture'
import { castUnions } from '../../local/demo/personas'
import type { TestSystem } from '../system'
import type { Cases } from './attempt'
import { audited, chair, street, union } from './ready'

const above = { union: castUnions.street.id }
const year = '2026'
const kept = (input: object, as = street): Cases => ({
  ask: async (system) => {
    await keepStandings(system.runtime)
    return { as, input }
  },
})

async function more(system: TestSystem, subject: string, action: string) {
  const before = await audited(system, subject, action)
  return async () => (await audited(system, subject, action)) - before
}

/** 底数、指导、报送. */
export const homeAboveAttempts: Readonly<Record<string, Cases>> = {
  homeBelow: kept(above),
  homeRowsBelow: kept(above),
  weakestBelow: kept(above),
  guidance: kept({ union }, chair),
  homeReport: kept(above),
  guide: {
    guide: async (system) => {
      const effects = await more(system, union, 'home.guide')
      return { as: street, input: { ...above, of: union, text: '先开会员代表大会' }, effects }
    },
  },
  sendHomeReport: {
    send: async (system) => {
      await keepStandings(system.runtime)
      const effects = await more(system, `${above.union}:${year}`, 'home.report')
      return { as: street, input: { ...above, year: Number(year), text: '对照了标准，一家达标，两家整改。' }, effects }
    },
  },
}
