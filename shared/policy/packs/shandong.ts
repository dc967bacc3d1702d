import { RegionId } from '../../core/ids'
import { IsoDate } from '../../core/time'
import type { PolicyPack } from '../values'

const grassroots2014 = { effectiveFrom: IsoDate.parse('2014-12-08'), source: 'SHANDONG_GRASSROOTS' } as const

/** 山东省 (seed 004, 鲁会〔2014〕79号). */
export const shandong: PolicyPack = {
  region: RegionId.parse('37'),
  name: '山东省',
  provisions: {
    ownCommitteeAt: [{ ...grassroots2014, value: 25, clause: '4' }],
    belowOwnCommittee: [{ ...grassroots2014, value: ['joint'], clause: '4' }],
    womenCommittee: [{ ...grassroots2014, value: { basis: 'members', at: 10 }, clause: '4' }],
    jointUnionMaxUnits: [{ ...grassroots2014, value: 50, clause: '6' }],
    fullTimeChairAt: [{ ...grassroots2014, value: 200, clause: '7' }],
    assistants: [{ ...grassroots2014, value: { federation: { min: 1 } }, clause: '6' }],
    chairTrainingMonths: [{ ...grassroots2014, value: 12, clause: '7' }],
    chairContractFiling: [{ ...grassroots2014, value: true, clause: '21' }],
    homeGoal: [{ ...grassroots2014, value: { kind: 'six-have' }, clause: '3' }],
    homeTarget: [{ ...grassroots2014, value: 80, clause: '3' }],
    honourRule: [{ ...grassroots2014, value: 'needs-title', clause: '18' }],
    homeDocument: [{ ...grassroots2014, value: 'SHANDONG_GRASSROOTS', clause: '3' }],
  },
}

/** 临沂市 passed the provincial paper on unchanged (临会办〔2014〕99号): no value of its own. */
export const linyi: PolicyPack = { region: RegionId.parse('3713'), name: '临沂市', provisions: {} }
