import type { RoundRow } from '../../../shared/contract/review-rounds'
import { Card } from '../../components/Card'
import { dayText } from '../../pages/today'
import { Bars } from '../parts/bars'

export const stateText: Readonly<Record<RoundRow['state'], string>> = {
  counting: '等统一发公告',
  waiting: '等统一发公告',
  opening: '正在代发',
  opened: '公告都发了',
}

export function roundTitle({ year }: Pick<RoundRow, 'year'>): string {
  return `${year} 年会员评家活动`
}

export function windowNote({ window: { from, until }, opensOn }: RoundRow): string {
  return `${dayText(from)}到 ${dayText(until)}，${dayText(opensOn)}系统替没发的统一发公告`
}

/** 一次活动: when, and how many have opened. */
export function RoundCard({ round }: { readonly round: RoundRow }) {
  const { unionName, opened, unions } = round
  return (
    <Card id="round-card" title={roundTitle(round)} note={`${unionName}发起。${windowNote(round)}。`}>
      <Bars items={[{ label: '发了公告的工会', count: opened }]} {...(unions === undefined ? {} : { of: unions })} />
    </Card>
  )
}
