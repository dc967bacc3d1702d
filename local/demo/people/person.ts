import { IsoDate } from '../../../shared/core/time'
import type { DocumentChoice, Education, Household } from '../../../shared/membership/joining'
import { unreachable } from '../../../shared/core/unreachable'
import * as numbers from '../codes/person-numbers'
import type { Prng } from '../prng'
import { foreignName, residentName, type Sex } from './names'

/** An invented person, as they would fill in the form. */
export interface InventedPerson {
  readonly name: string
  readonly document: DocumentChoice
  readonly number: string
  /** ISO 3166-1 alpha-3. */
  readonly nationality: string
  readonly birth: IsoDate
  readonly sex: Sex
  readonly mobile: string
  readonly education: Education
  readonly household: Household
}

type Paper = 'resident18' | 'resident15' | 'hmt18' | 'fpr18' | 'fpr15' | 'passport' | 'hkmacao_permit' | 'taiwan_permit'

const papers = [
  [970, 'resident18'],
  [12, 'resident15'],
  [6, 'hmt18'],
  [3, 'fpr18'],
  [2, 'fpr15'],
  [3, 'passport'],
  [2, 'hkmacao_permit'],
  [2, 'taiwan_permit'],
] as const satisfies readonly (readonly [number, Paper])[]

const foreignCountries = [
  { letters: 'DEU', digits: '276' },
  { letters: 'KOR', digits: '410' },
  { letters: 'ITA', digits: '380' },
  { letters: 'NGA', digits: '566' },
] as const

const educations = [
  [2, 'primary'],
  [18, 'junior_middle'],
  [20, 'senior_middle'],
  [18, 'vocational'],
  [24, 'college'],
  [15, 'bachelor'],
  [3, 'master'],
  [0.3, 'doctor'],
] as const satisfies readonly (readonly [number, Education])[]

/** Counties that people of a city come from: mostly its own, some that have been abolished since, as old cards keep them. */
export interface Origins {
  readonly local: readonly string[]
  readonly anywhere: readonly string[]
}

const abolished = ['370284', '370222', '510202', '330501', '110103'] as const

/** Somebody of working age (18 to 59) on this day. */
export function inventPerson(prng: Prng, origins: Origins, today: IsoDate): InventedPerson {
  const sex: Sex = prng.chance(0.55) ? 'male' : 'female'
  const paper = prng.weighted(papers)
  const birth = birthday(prng, today, paper)
  const common = { birth, sex, mobile: numbers.mobileNumber(prng), education: prng.weighted(educations) }
  switch (paper) {
    case 'resident18':
    case 'resident15': {
      const county = prng.weighted([
        [70, prng.pick(origins.local)],
        [27, prng.pick(origins.anywhere)],
        [3, prng.pick(abolished)],
      ])
      const number =
        paper === 'resident18'
          ? numbers.residentNumber(prng, county, birth, sex)
          : numbers.oldResidentNumber(prng, county, birth, sex)
      return {
        ...common,
        name: residentName(prng, sex),
        document: 'resident',
        number,
        nationality: 'CHN',
        household: prng.chance(0.55) ? 'rural' : 'urban',
      }
    }
    case 'hmt18':
      return {
        ...common,
        name: residentName(prng, sex),
        document: 'resident',
        number: numbers.residencePermitNumber(prng, birth, sex),
        nationality: 'CHN',
        household: 'hmt',
      }
    case 'hkmacao_permit':
      return {
        ...common,
        name: residentName(prng, sex),
        document: paper,
        number: numbers.hongKongPermitNumber(prng),
        nationality: 'CHN',
        household: 'hmt',
      }
    case 'taiwan_permit':
      return {
        ...common,
        name: residentName(prng, sex),
        document: paper,
        number: numbers.taiwanPermitNumber(prng),
        nationality: 'CHN',
        household: 'hmt',
      }
    case 'fpr18':
    case 'fpr15':
    case 'passport': {
      const country = prng.pick(foreignCountries)
      const foreign = {
        ...common,
        name: foreignName(prng, sex),
        nationality: country.letters,
        household: 'foreign' as const,
      }
      if (paper === 'passport') return { ...foreign, document: 'passport', number: numbers.passportNumber(prng) }
      const number =
        paper === 'fpr18'
          ? numbers.permanentResidentNumber(prng, country.digits, birth, sex)
          : numbers.oldPermanentResidentNumber(prng, country.letters, birth)
      return { ...foreign, document: 'permanent_resident', number }
    }
    default:
      return unreachable(paper)
  }
}

/** Old cards were given to people born before 1983 or so. */
function birthday(prng: Prng, today: IsoDate, paper: Paper): IsoDate {
  const age = paper === 'resident15' ? prng.whole(44, 58) : prng.whole(18, 58)
  const year = Number(today.slice(0, 4)) - age - 1
  const month = String(prng.whole(1, 12)).padStart(2, '0')
  const day = String(prng.whole(1, 28)).padStart(2, '0')
  return IsoDate.parse(`${year}-${month}-${day}`)
}
