import type { Step } from './steps'

/** What each question is called on the check page. */
export const stepName: Readonly<Record<Exclude<Step, 'start' | 'check'>, string>> = {
  work: '谁给您发工资',
  unit: '上班的单位',
  establishment: '在编还是编外',
  agency: '派遣公司',
  'user-unit': '上班的单位',
  employer: '外包公司',
  home: '原来的单位',
  host: '现在干活的单位',
  months: '借调时间',
  jobs: '干活的单位',
  station: '站点或公司',
  industry: '干什么活',
  note: '您的情况',
  place: '在哪儿干活',
  identity: '身份',
  retired: '是否退休',
  details: '学历和户籍',
  elsewhere: '转入前的会籍',
  route: '加入的工会',
  letter: '入会申请书',
}
