import { View } from '@tarojs/components'
import { useState } from 'react'
import type { z } from 'zod'
import { membership } from '../../../shared/contract/membership'
import type { UnionId } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { Confirm } from '../../components/Confirm'
import { Empty } from '../../components/Empty'
import { FactList } from '../../components/FactList'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { back } from '../../services/route'
import { useAct } from '../../services/use-act'
import { useAsk } from '../../services/use-ask'
import { momentText } from '../../pages/today'
import { useUnion } from '../parts/use-office'
import '../parts/parts.scss'

type Row = z.output<typeof membership.procedures.bindings.output>['rows'][number]

/** 待确认的绑定: the second pair of eyes. */
export default function BindingsPage() {
  const union = useUnion()
  const waiting = useAsk(membership, 'bindings', union === undefined ? undefined : { union })
  const rows = waiting.data?.rows ?? []
  return (
    <Screen title="待确认的绑定" loading={waiting.loading} problem={waiting.problem} onRetry={waiting.reload}>
      {waiting.data !== undefined && rows.length === 0 && (
        <Empty
          title="没有待确认的绑定"
          note="同事帮会员当面绑定微信后，会出现在这里，请您再核对一次。"
          action={{ label: '返回', onTap: () => void back() }}
        />
      )}
      {union !== undefined &&
        rows.map((row) => <OneBinding key={row.binding} union={union} row={row} reload={waiting.reload} />)}
    </Screen>
  )
}

interface Props {
  readonly union: UnionId
  readonly row: Row
  readonly reload: () => void
}

function OneBinding({ union, row, reload }: Props) {
  const settle = useAct(membership, 'settleBinding')
  const [asked, setAsked] = useState<'confirm' | 'decline'>()
  const { binding, name, maskedNumber, openedAt, openedBy, mayConfirm } = row
  const run = async (verdict: 'confirm' | 'decline') => {
    const done = await settle.run({ union, binding, verdict })
    setAsked(undefined)
    if (done.ok) reload()
  }
  return (
    <Card title={name}>
      <FactList
        items={[
          { heading: '证件号码', text: maskedNumber },
          { heading: '谁发起的', text: `${openedBy} · ${momentText(openedAt)}` },
        ]}
      />
      {settle.problem !== undefined && <Notice tone="danger">{settle.problem.message}</Notice>}
      {mayConfirm ? (
        <View className="decide">
          <MainAction id={`binding-yes-${binding}`} label={`是${name}本人，确认`} onTap={() => setAsked('confirm')} />
          <SideAction id={`binding-no-${binding}`} label="不是本人" danger onTap={() => setAsked('decline')} />
        </View>
      ) : (
        <Notice tone="info">这是您发起的，要由另一位干部确认；只有一位干部的，由上级工会确认。</Notice>
      )}
      <Confirm
        open={asked !== undefined}
        title={asked === 'decline' ? '不是本人？' : `核对过是${name}本人？`}
        text={
          asked === 'decline'
            ? '绑定不会生效，会告诉对方到工会重新办。'
            : '请打电话或当面核对过再确认。确认后，那个微信就是他的会员身份，原来的微信会收到通知。'
        }
        confirmLabel={asked === 'decline' ? '不确认绑定' : `确认${name}的绑定`}
        danger={asked === 'decline'}
        busy={settle.busy}
        onCancel={() => setAsked(undefined)}
        onConfirm={() => void (asked === undefined ? undefined : run(asked))}
      />
    </Card>
  )
}
