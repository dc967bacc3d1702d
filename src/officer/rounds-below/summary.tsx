import { membership } from '../../../shared/contract/membership'
import type { UnionId } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { Notice } from '../../components/Notice'
import { SideAction } from '../../components/SideAction'
import { Tag } from '../../components/Tag'
import { fullDayText } from '../../pages/today'
import type { OutputOf } from '../../services/api'
import { useAct } from '../../services/use-act'
import { Bars } from '../parts/bars'
import { numbersText, reportText, reportTone } from './texts'

export type Reports = OutputOf<typeof membership, 'reportsBelow'>

interface Props {
  readonly union: UnionId
  readonly reports: Reports
  readonly maySend: boolean
  readonly onSent: () => void
}

/** 本期上报: how many below are how far, and the union’s own report to the one above. */
export function Summary({ union, reports, maySend, onSent }: Props) {
  const { below, checked, reported, returned, dueOn, above } = reports
  const missing = Math.max(0, below - checked - reported - returned)
  const items = [
    { label: '审核无误', count: checked },
    { label: '已上报，待审核', count: reported },
    { label: '已退回', count: returned },
    { label: '还没上报', count: missing },
  ]
  return (
    <>
      {below > 0 && (
        <Card id="reports-progress" title={`下级工会 ${below} 家`} note={`${fullDayText(dueOn)}前上报`}>
          <Bars items={items} of={below} />
        </Card>
      )}
      {above !== undefined && <Own union={union} reports={reports} above={above} maySend={maySend} onSent={onSent} />}
    </>
  )
}

function Own({ union, reports, above, maySend, onSent }: Props & { readonly above: string }) {
  const send = useAct(membership, 'sendReport')
  const { own, period, below, checked, ownDueOn } = reports
  const go = async () => {
    if ((await send.run({ union, period })).ok) onSent()
  }
  const left = below - checked
  const gap =
    left > 0 ? `现在上报，还有 ${left} 家没有审核无误，不算在内；以后可以再报。` : '下级都审核无误了，可以上报。'
  return (
    <Card id="reports-own" title={`本会报${above}`} note={`${fullDayText(ownDueOn)}前`}>
      {own !== undefined && <Tag tone={reportTone[own.state]}>{reportText[own.state]}</Tag>}
      {own !== undefined && <Notice tone="info">{numbersText(own)}</Notice>}
      {own?.reason !== undefined && <Notice tone="danger">{`退回的原因：${own.reason}`}</Notice>}
      {own?.state !== 'checked' && maySend && (
        <>
          {below > 0 && <Notice tone={left > 0 ? 'warning' : 'success'}>{gap}</Notice>}
          <SideAction
            id="reports-send"
            label={own === undefined ? '上报' : '再报一次'}
            busy={send.busy}
            onTap={() => void go()}
          />
        </>
      )}
      {send.problem !== undefined && <Notice tone="danger">{send.problem.message}</Notice>}
    </Card>
  )
}
