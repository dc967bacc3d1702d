import { MemberCongress, StaffCongress } from './facts'

const held = {
  period: 3,
  session: 2,
  day: '2026-03-20',
  place: '三楼会议室',
  convened: { form: 'delegates', women: 12, dispatched: 4, rural: 9 },
  entitled: 45,
  attended: 41,
  papers: [],
}

/** 一次开得齐全的会员代表大会. */
export const memberFacts = MemberCongress.parse({
  meeting: 'members',
  ...held,
  banner: '澜屿公司工会第三届会员代表大会第二次会议',
  agenda: ['听取工会委员会工作报告', '听取经费审查委员会报告', '表决'],
  resolutions: [{ text: '批准工会委员会工作报告', agreed: 40 }],
  paper: { kept: 'paper', place: '工会办公室 2 号柜', volume: '会代-2026-01' },
  powers: ['committee-report', 'audit-report'],
})

/** 同一天的职工代表大会, apart from it in everything. */
export const staffFacts = StaffCongress.parse({
  meeting: 'staff',
  ...held,
  banner: '澜屿公司第三届职工代表大会第二次会议',
  agenda: ['听取总经理工作报告', '审议集体合同草案', '表决'],
  resolutions: [{ text: '通过集体合同草案', agreed: 38 }],
  paper: { kept: 'paper', place: '工会办公室 2 号柜', volume: '职代-2026-01' },
  powers: ['hear', 'adopt'],
  proposals: { received: 14, answered: 11 },
})
