import { View } from '@tarojs/components'
import { useCallback, useState, type ReactNode } from 'react'
import type { z } from 'zod'
import { membership } from '../../../shared/contract/membership'
import type { cleanProcedures } from '../../../shared/contract/membership-clean'
import type { UnionId } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { Empty } from '../../components/Empty'
import { FactList } from '../../components/FactList'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { ask } from '../../services/api'
import { back, go } from '../../services/route'
import { useAct } from '../../services/use-act'
import { usePages } from '../../services/use-pages'
import { whyText } from './texts'

type Row = z.output<typeof cleanProcedures.hanging.output>['rows'][number]

interface Props {
  readonly union: UnionId
  readonly task: string
}

/** 空挂会员: each one is right, or has to be moved or ended; the list is put aside when it was gone through. */
export function Hanging({ union, task }: Props) {
  return (
    <List
      union={union}
      settledBy={{ union, task }}
      head={
        <Notice tone="info">
          人在花名册上，但看不出在哪里工作，或者很久没有消息。逐个问一问：没变的点“核对过”，走了的去办转会或退会。
        </Notice>
      }
      actionsOf={(row) => <Own union={union} row={row} />}
    />
  )
}

/** 下级工会的空挂会员, while nobody is in office there: members are confirmed from above; whom to move or end is for whoever takes office. */
export function HangingBelow({ union, desk, task }: Props & { readonly desk: string }) {
  return (
    <List
      union={union}
      settledBy={{ union: desk, task }}
      head={
        <Notice id="hanging-in-place" tone="warning">
          这个工会没有干部在任，您在代看。问过没变的点“核对过”；走了的，等新主席来办转会或退会。
        </Notice>
      }
      actionsOf={(row) => <Confirming union={union} row={row} />}
    />
  )
}

interface ListProps {
  readonly union: UnionId
  /** The desk at which the list lies. */
  readonly settledBy: { readonly union: string; readonly task: string }
  readonly head: ReactNode
  readonly actionsOf: (row: Row) => ReactNode
}

function List({ union, settledBy, head, actionsOf }: ListProps) {
  const fetch = useCallback(
    (cursor: string | undefined) => ask(membership, 'hanging', { union, ...(cursor === undefined ? {} : { cursor }) }),
    [union],
  )
  const pages = usePages({ fetch, idOf: (row: Row) => row.person })
  const settle = useAct(membership, 'settleHanging')
  const finish = async () => {
    if ((await settle.run(settledBy)).ok) void back()
  }
  return (
    <Screen title="空挂会员" loading={pages.loading} problem={pages.problem} onRetry={pages.reload}>
      {pages.loaded && (
        <View className="clean">
          {pages.rows.length === 0 ? (
            <Empty title={pages.hasMore ? '这一段没有' : '没有空挂会员'} note="看完了请点下面的按钮。" />
          ) : (
            head
          )}
          {pages.rows.map((row) => (
            <OneHanging key={row.person} row={row}>
              {row.own && actionsOf(row)}
            </OneHanging>
          ))}
          {pages.hasMore && <SideAction id="hanging-more" label="接着看" busy={pages.loadingMore} onTap={pages.more} />}
          {settle.problem !== undefined && <Notice tone="danger">{settle.problem.message}</Notice>}
          {!pages.hasMore && (
            <MainAction id="hanging-done" label="都看过了" busy={settle.busy} onTap={() => void finish()} />
          )}
        </View>
      )}
    </Screen>
  )
}

function OneHanging({ row, children }: { readonly row: Row; readonly children: ReactNode }) {
  const { name, maskedNumber, unionName, why, lastOn } = row
  return (
    <Card title={name}>
      <FactList
        items={[
          { heading: '证件号码', text: maskedNumber },
          { heading: '所在工会', text: unionName },
          { heading: '为什么在这里', text: whyText(why, lastOn) },
        ]}
      />
      {children}
    </Card>
  )
}

interface RowProps {
  readonly union: UnionId
  readonly row: Row
  readonly children?: ReactNode
}

function Own({ union, row }: RowProps) {
  return (
    <Confirming union={union} row={row}>
      <SideAction
        id={`hanging-open-${row.person}`}
        label="看这位会员"
        onTap={() => void go('officer/member/index', { union, person: row.person })}
      />
    </Confirming>
  )
}

/** 核对过: for whom nobody has confirmed for long; whoever has no workplace on file needs more than that. */
function Confirming({ union, row: { person, why }, children }: RowProps) {
  const confirm = useAct(membership, 'confirmMembers')
  const [done, setDone] = useState(false)
  const run = async () => {
    const answer = await confirm.run({ union, persons: [person] })
    if (answer.ok && answer.data.confirmed > 0) setDone(true)
  }
  if (done) return <Notice tone="success">记下了：今天核对过。</Notice>
  return (
    <>
      {confirm.problem !== undefined && <Notice tone="danger">{confirm.problem.message}</Notice>}
      <View className="decide-pair">
        {why === 'unconfirmed' && (
          <SideAction id={`hanging-ok-${person}`} label="核对过，没变" busy={confirm.busy} onTap={() => void run()} />
        )}
        {children}
      </View>
    </>
  )
}
