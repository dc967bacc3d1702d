import type { z } from 'zod'
import type { ReportView } from '../../../shared/contract/membership-reports'

type Report = z.output<typeof ReportView>

export const reportText = { reported: '已上报，待审核', returned: '已退回', checked: '审核无误' } as const
export const reportTone = { reported: 'warning', returned: 'danger', checked: 'success' } as const

/** The numbers of a report in a sentence. */
export function numbersText({ numbers, below, checkedBelow }: Report): string {
  const { unions, members, retained, staff } = numbers
  const whole = `会员 ${members} 人；会籍保留 ${retained} 人；职工 ${staff} 人`
  return below === 0 ? whole : `${unions} 家工会，${whole}。下级 ${below} 家里 ${checkedBelow} 家审核无误，算在内。`
}
