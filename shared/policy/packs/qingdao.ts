import { RegionId } from '../../core/ids'
import { IsoDate } from '../../core/time'
import type { PolicyPack } from '../values'

/** Neither notice prints its date (O-11): 000 cites a paper of 2021, 001 was written in 2020 or later. The first day of those years is taken. */
const organisation2021 = { effectiveFrom: IsoDate.parse('2021-01-01'), source: 'QINGDAO_ORGANISATION' } as const
const home2020 = { effectiveFrom: IsoDate.parse('2020-01-01'), source: 'QINGDAO_HOME' } as const

/** 青岛市 (seeds 000 and 001). */
export const qingdao: PolicyPack = {
  region: RegionId.parse('3702'),
  name: '青岛市',
  provisions: {
    dispatch: [{ ...organisation2021, value: 'USER_FIRST', clause: '二（一）' }],
    newFormPrimary: [{ ...organisation2021, value: 'TERRITORY', clause: '二（二）' }],
    letterConsent: [{ ...organisation2021, value: 'tick', clause: '二（三）' }],
    landline: [
      {
        effectiveFrom: IsoDate.parse('2000-01-01'),
        source: 'DEFAULT',
        value: { areaCode: '0532', digits: 8 },
        clause: '长途区号 0532，文件未提',
      },
    ],
    platform: [{ ...organisation2021, value: '齐鲁工惠', clause: '二（三）' }],
    congressPerYear: [{ ...home2020, value: { min: 1 }, clause: '二（二）制度建设（1）' }],
    staffCongressPerYear: [{ ...home2020, value: { min: 1 }, clause: '二（二）制度建设（4）' }],
    staffDirectors: [{ ...organisation2021, value: 1, clause: '三（三）' }],
    staffSupervisors: [{ ...organisation2021, value: { numerator: 1, denominator: 3 }, clause: '三（三）' }],
    paperArchive: [
      {
        ...home2020,
        value: {
          enterprise: ['member-congress', 'staff-congress', 'collective-contract', 'special-contract'],
          public: ['member-congress', 'staff-congress'],
          regional: ['member-congress', 'staff-congress', 'collective-contract'],
        },
        clause: '二（二）基础建设：一类（5）、二类（5）、三类（4）',
      },
    ],
    rosterUpdate: [{ ...home2020, value: { everyMonths: 6, inMonths: [] }, clause: '二（二）制度建设（2）' }],
    rateTargets: [
      {
        ...home2020,
        value: { region: { units: 90, members: 90, rural: 80 }, unit: { members: 100 } },
        clause: '二（二）组织建设（2）、（6）',
      },
    ],
    contractTarget: [{ ...home2020, value: 90, clause: '二（二）三类制度建设（5）' }],
    homeDocument: [{ ...home2020, value: 'QINGDAO_HOME', clause: '二' }],
    reviewThresholds: [
      {
        ...home2020,
        value: { enterprise: 90, stateOwned: 95, publicInstitution: 95, regionalSample: 85, regionalStaff: 90 },
        clause: '二（二）满意度测评',
      },
    ],
  },
}
