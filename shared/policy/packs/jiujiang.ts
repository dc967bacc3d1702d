import { RegionId } from '../../core/ids'
import { IsoDate } from '../../core/time'
import type { PolicyPack } from '../values'

const standards2022 = { effectiveFrom: IsoDate.parse('2022-05-20'), source: 'JIUJIANG_STANDARDS' } as const

/** 九江市 (seed 002). The relatives rule stands as printed, though the sentence looks cut short (O-8). */
export const jiujiang: PolicyPack = {
  region: RegionId.parse('3604'),
  name: '九江市',
  provisions: {
    ownCommitteeAt: [{ ...standards2022, value: 25, clause: '附件 组织机构1' }],
    belowOwnCommittee: [{ ...standards2022, value: ['single', 'joint'], clause: '附件 组织机构1' }],
    womenCommittee: [{ ...standards2022, value: { basis: 'staff', at: 25 }, clause: '附件 组织机构3' }],
    companionCommittees: [{ ...standards2022, value: ['audit', 'labour-law'], clause: '附件 组织机构2、4' }],
    relativesExcludedAt: [{ ...standards2022, value: 200, clause: '附件 队伍建设1' }],
    assistants: [
      {
        ...standards2022,
        value: { park: { min: 1 }, township: { min: 1, max: 2 }, federation: { min: 1, max: 2 } },
        clause: '附件 队伍建设3',
      },
    ],
    termYears: [{ ...standards2022, value: [3, 5], clause: '附件 制度机制1' }],
    congressPerYear: [{ ...standards2022, value: { min: 1, max: 2 }, clause: '附件 制度机制1' }],
    staffCongressPerYear: [{ ...standards2022, value: { min: 1 }, clause: '附件 制度机制2' }],
    paperArchive: [
      {
        ...standards2022,
        value: {
          enterprise: ['member-congress', 'staff-congress', 'collective-contract', 'special-contract'],
          public: ['member-congress', 'staff-congress', 'collective-contract', 'special-contract'],
          regional: ['member-congress', 'staff-congress', 'collective-contract', 'special-contract'],
        },
        clause: '附件 职工之家4',
      },
    ],
    rosterUpdate: [{ ...standards2022, value: { everyMonths: 6, inMonths: [] }, clause: '附件 职工之家2' }],
    reviewForm: [{ ...standards2022, value: 'written', clause: '附件 工作绩效2' }],
    reviewGrades: [{ ...standards2022, value: ['satisfied', 'mostly', 'dissatisfied'], clause: '附件 工作绩效2' }],
    landline: [
      {
        effectiveFrom: IsoDate.parse('2000-01-01'),
        source: 'DEFAULT',
        value: { areaCode: '0792', digits: 7 },
        clause: '长途区号 0792，文件未提',
      },
    ],
    homeReportDue: [{ ...standards2022, value: '12-15', clause: '实施步骤（六）' }],
    homeGoal: [{ ...standards2022, value: { kind: 'by-age', years: 5 }, clause: '二' }],
    homeDocument: [{ ...standards2022, value: 'JIUJIANG_STANDARDS', clause: '三、附件' }],
  },
}
