import type { RoundChangeKind } from '../../../shared/contract/membership-rounds'

/** 变动, as the chair reads it; who comes has a plus. */
export const changeText: Readonly<Record<RoundChangeKind, { readonly label: string; readonly sign: '+' | '−' | '' }>> =
  {
    joined: { label: '新入会', sign: '+' },
    'moved-in': { label: '转入', sign: '+' },
    resumed: { label: '接续会籍', sign: '+' },
    'moved-out': { label: '转出', sign: '−' },
    retained: { label: '保留会籍', sign: '−' },
    left: { label: '退会', sign: '−' },
    expelled: { label: '开除', sign: '−' },
    deceased: { label: '去世', sign: '−' },
    reinstated: { label: '恢复会籍', sign: '+' },
    'workplace-changed': { label: '换了单位，还在本会', sign: '' },
  }

export const stateText = { 'not-due': '还不到时候', open: '待核对', overdue: '已超期', closed: '已核对' } as const
export const stateTone = { 'not-due': 'neutral', open: 'warning', overdue: 'danger', closed: 'success' } as const

/** What is asked where a field is empty, and in what form. */
export const fieldHint = {
  unitCode: '营业执照上 18 位的统一社会信用代码；老的 9 位组织机构代码也可以',
  address: '单位的办公地址',
  staff: '现在在单位上班的全部职工，含劳务派遣',
  foundedOn: '写成 2001-05-06 这样',
  phone: '手机号，或带区号的座机，例如 0572-6022447',
} as const
