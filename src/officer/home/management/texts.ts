import type { HomeCategory } from '../../../../shared/home/archive/papers'
import type { DisclosureWay, ManagementFacts, ManagementKind } from '../../../../shared/home/management/facts'
import type { BoardStanding, Duty } from '../../../../shared/home/management/standing'
import { fullDayText } from '../../../pages/today'

export const kindName: Readonly<Record<ManagementKind, string>> = {
  board: '职工董事、职工监事',
  disclosure: '厂务（事务）公开',
  contract: '集体合同',
  appraisal: '民主评议领导人员',
}
export const kindNote: Readonly<Record<ManagementKind, string>> = {
  board: '国有及国有控股公司至少一名职工董事；有监事会的，职工监事不少于三分之一',
  disclosure: '法定代表人（负责人）是第一责任人，工会组织职工监督',
  contract: '草案要经职工（代表）大会通过；原件存纸质档案',
  appraisal: '由职工（代表）大会评，结果要公布。会员评家评的是工会，另外办',
}

/** 厂务公开 of a company is 事务公开 of an organ or an institution. */
export function nameOf(kind: ManagementKind, category: HomeCategory): string {
  if (kind !== 'disclosure') return kindName[kind]
  return category === 'public' ? '事务公开' : '厂务公开'
}

export const wayName: Readonly<Record<DisclosureWay, string>> = {
  congress: '职工（代表）大会',
  board: '公开栏',
  meeting: '会议',
  online: '网上',
}

export const dutyText: Readonly<Record<Duty, string>> = {
  'member-congress': '开会员（代表）大会',
  'staff-congress': '开职工（代表）大会',
  disclosure: '厂务（事务）公开',
  accounts: '向会员公开经费收支',
  appraisal: '民主评议领导人员，公布结果',
}

export const directorsText: Readonly<Record<BoardStanding['directors'], string>> = {
  met: '职工董事人数够了。',
  short: '国有及国有控股公司至少要有一名职工董事，现在还没有选够。',
  'not-asked': '',
  unknown: '国有及国有控股公司要有职工董事，还没有登记。',
}
export const supervisorsText: Readonly<Record<BoardStanding['supervisors'], string>> = {
  met: '职工监事比例够了。',
  short: '职工监事不到监事会的三分之一（按本地规定），请补选。',
  'no-board': '没有设监事会。',
  unknown: '有监事会的，请登记职工监事人数。',
}

/** 一条记录, in a line. */
export function factText(facts: ManagementFacts): { readonly title: string; readonly note: string } {
  const day = fullDayText(facts.day)
  switch (facts.kind) {
    case 'board':
      return {
        title: `职工董事 ${facts.directors} 名，职工监事 ${facts.staffSupervisors} 名`,
        note: `${day}起；监事共 ${facts.supervisors} 名`,
      }
    case 'disclosure':
      return { title: facts.what, note: `${day}，${wayName[facts.way]}` }
    case 'contract':
      return { title: facts.name, note: `${day}签订，到 ${fullDayText(facts.until)}；${paperText(facts.paper)}` }
    case 'appraisal':
      return {
        title: `评议 ${facts.appraised} 位`,
        note: `${day}；${facts.publishedOn === undefined ? '结果还没有公布' : `${fullDayText(facts.publishedOn)}公布结果`}；${paperText(facts.paper)}`,
      }
  }
}

const paperText = (paper: Extract<ManagementFacts, { kind: 'contract' }>['paper']): string =>
  paper.kept === 'paper' ? `纸质存放在${paper.place}，卷号 ${paper.volume}` : '纸质档案还没有存'
