import { View } from '@tarojs/components'
import { useState } from 'react'
import type { z } from 'zod'
import { membership } from '../../../shared/contract/membership'
import type { UnionId } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { Empty } from '../../components/Empty'
import { FactList } from '../../components/FactList'
import { Field } from '../../components/Field'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { Tag } from '../../components/Tag'
import { back, go } from '../../services/route'
import { useAct } from '../../services/use-act'
import { useAsk } from '../../services/use-ask'
import { dayText } from '../../pages/today'
import { useUnion } from '../parts/use-office'
import '../parts/parts.scss'
import { doneLabel, requestTitle } from './texts'

type Row = z.output<typeof membership.procedures.requests.output>['rows'][number]

/** 资料更正与删除: what members ask for, the nearest due date first. */
export default function RequestsPage() {
  const union = useUnion()
  const waiting = useAsk(membership, 'requests', union === undefined ? undefined : { union })
  const rows = waiting.data?.rows ?? []
  return (
    <Screen title="资料更正与删除" loading={waiting.loading} problem={waiting.problem} onRetry={waiting.reload}>
      {waiting.data !== undefined && rows.length === 0 && (
        <Empty
          title="没有待办的请求"
          note="会员请求更正或删除资料时，会出现在这里。"
          action={{ label: '返回', onTap: () => void back() }}
        />
      )}
      {union !== undefined &&
        rows.map((row) => <OneRequest key={row.request} union={union} row={row} reload={waiting.reload} />)}
      {waiting.data?.cursor !== undefined && <Notice tone="info">先办完这些，后面的会接着出现。</Notice>}
    </Screen>
  )
}

interface Props {
  readonly union: UnionId
  readonly row: Row
  readonly reload: () => void
}

function OneRequest({ union, row, reload }: Props) {
  const settle = useAct(membership, 'settleRequest')
  const [declining, setDeclining] = useState(false)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const { request, name, from, person, now, should, dueOn, workingDaysLeft } = row

  const done = async () => {
    if ((await settle.run({ union, request, verdict: { kind: 'done' } })).ok) reload()
  }
  const decline = async () => {
    if (reason.trim().length < 2) return setTried(true)
    if ((await settle.run({ union, request, verdict: { kind: 'declined', reason } })).ok) reload()
  }
  return (
    <Card
      title={`${name}：${requestTitle(row)}`}
      {...(from === undefined ? {} : { note: `${from}没有干部在任，由您这里答复` })}
    >
      <FactList
        items={[
          ...(now === undefined ? [] : [{ heading: '现在是', text: now }]),
          ...(should === undefined ? [] : [{ heading: '应该是', text: should }]),
          { heading: '最晚答复', text: dayText(dueOn) },
        ]}
      />
      {workingDaysLeft < 3 && (
        <Tag tone="danger">
          {workingDaysLeft < 0 ? `超期 ${-workingDaysLeft} 个工作日` : `还剩 ${workingDaysLeft} 个工作日`}
        </Tag>
      )}
      {settle.problem !== undefined && <Notice tone="danger">{settle.problem.message}</Notice>}
      {declining ? (
        <View className="decide">
          <Field
            id={`request-reason-${request}`}
            label="为什么不同意"
            value={reason}
            maxLength={200}
            onInput={setReason}
            error={tried && reason.trim().length < 2 ? '请写明理由，本人会看到' : undefined}
          />
          <MainAction
            id={`request-decline-sure-${request}`}
            label="不同意，告诉本人"
            busy={settle.busy}
            onTap={() => void decline()}
          />
          <SideAction id={`request-back-${request}`} label="再想想" onTap={() => setDeclining(false)} />
        </View>
      ) : (
        <View className="decide">
          <MainAction
            id={`request-done-${request}`}
            label={doneLabel(row)}
            busy={settle.busy}
            onTap={() => void done()}
          />
          <SideAction id={`request-decline-${request}`} label="不同意" onTap={() => setDeclining(true)} />
          {person !== undefined && from === undefined && (
            <SideAction
              id={`request-member-${request}`}
              label="看会员资料"
              onTap={() => void go('officer/member/index', { union, person })}
            />
          )}
        </View>
      )}
    </Card>
  )
}
