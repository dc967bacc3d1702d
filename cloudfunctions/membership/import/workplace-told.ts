import type { PersonId } from '../../../shared/core/ids'
import type { Situation } from '../../../shared/membership/joining'
import type { KeptRosterEntry } from '../../_kernel/records/imports'
import type { MembershipRecord } from '../../_kernel/records/memberships'
import type { UnionRecord } from '../../_kernel/records/registry'
import { workplaceOf } from '../life/workplace'
import type { ImportPorts } from './job'
import type { Placed } from './units-of'

type Told = Pick<MembershipRecord, 'unit' | 'unitName' | 'situation' | 'employment' | 'category'>

/**
 * 用工情况, as far as a roster tells it: whoever is 在岗 works where the row says. Of anybody else it does not say enough (a dispatched worker’s agency is not in it),
 * and the half-year round asks.
 */
export function workplaceTold(
  person: PersonId,
  { employment }: Pick<KeptRosterEntry, 'employment'>,
  place: Placed,
  { region }: Pick<UnionRecord, 'region'>,
  ports: Pick<ImportPorts, 'sealer'>,
): Told {
  const { unit, unitName } = place
  const category = categoryTold(employment)
  if (category !== '在职职工' && category !== '编外聘用')
    return { ...(unit === undefined ? {} : { unit }), unitName, employment, category }
  const situation: Situation = {
    work: 'unit',
    unit: unit === undefined ? { kind: 'by-hand', name: unitName, region } : { kind: 'listed', unit },
    establishment: category === '编外聘用' ? 'off_establishment' : 'regular',
  }
  return { ...workplaceOf(person, situation, place, ports), employment }
}

/** 用工类别, by the words that a roster has for 就业状况. */
export function categoryTold(employment: string): string {
  const [, category = '其他'] = words.find(([pattern]) => pattern.test(employment)) ?? []
  return category
}

const words: readonly (readonly [RegExp, string])[] = [
  [/派遣/, '劳务派遣'],
  [/外包/, '劳务外包'],
  [/新就业形态/, '新就业形态'],
  [/灵活|非全日/, '灵活就业'],
  [/借调/, '借调'],
  [/编外|(不|未|非)在?编/, '编外聘用'],
  [/待岗|离岗|停薪/, '其他'],
  [/(不|未|非|没有?)(在|上)(岗|职)|(下|脱|退)(岗|职)|内退/, '其他'],
  [/在岗|在职|在编/, '在职职工'],
]
