import { View } from '@tarojs/components'
import { useState } from 'react'
import type { z } from 'zod'
import { registry, type OfficerRow } from '../../../shared/contract/registry'
import type { UnionId } from '../../../shared/core/ids'
import { IsoDate } from '../../../shared/core/time'
import { roleName } from '../../../shared/org/officers'
import { DateField } from '../../components/DateField'
import { Empty } from '../../components/Empty'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { PickField } from '../../components/PickField'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { showFirstError } from '../../pages/show-first-error'
import { today } from '../../pages/today'
import { useAct } from '../../services/use-act'

type Officer = z.output<typeof OfficerRow>

interface LeaveProps {
  readonly union: UnionId
  readonly colleagues: readonly Officer[]
  readonly onTaken: () => void
  readonly onDone: () => void
}

/** 请假: between which days, and who acts. */
export function Leave({ union, colleagues, onTaken, onDone }: LeaveProps) {
  const take = useAct(registry, 'takeLeave')
  const [from, setFrom] = useState<string>(today())
  const [until, setUntil] = useState<string>()
  const [deputy, setDeputy] = useState<string>()
  const [tried, setTried] = useState(false)
  const refused = take.problem?.kind === 'refused' ? take.problem.fields : {}
  if (colleagues.length === 0)
    return (
      <Screen title="请假">
        <Empty
          title="没有可以代行的同事"
          note="本会没有别的干部。请先任命一位，再请假。"
          action={{ id: 'leave-alone', label: '知道了', onTap: onDone }}
        />
      </Screen>
    )
  const send = async () => {
    setTried(true)
    const [first, last] = [IsoDate.safeParse(from), IsoDate.safeParse(until)]
    if (!first.success || !last.success || deputy === undefined) return showFirstError()
    if (!(await take.run({ union, from: first.data, until: last.data, deputy })).ok) return
    if (first.data <= today()) onTaken()
    else onDone()
  }
  return (
    <Screen
      title="请假"
      footer={
        <View className="decide">
          <MainAction id="leave-send" label="请假" busy={take.busy} onTap={() => void send()} />
          <SideAction id="leave-cancel" label="先不" onTap={onDone} />
        </View>
      }
    >
      <DateField id="leave-from" label="从哪天起" value={from} start={today()} onChange={setFrom} />
      <DateField
        id="leave-until"
        label="到哪天（含当天）"
        value={until}
        start={from}
        onChange={setUntil}
        error={refused['until'] ?? (tried && until === undefined ? '请选日期' : undefined)}
      />
      <PickField
        id="leave-deputy"
        label="谁代行"
        value={deputy}
        options={colleagues.map(({ officer, role, name }) => ({ value: officer, label: `${roleName[role]} ${name}` }))}
        onChange={setDeputy}
        error={refused['deputy'] ?? (tried && deputy === undefined ? '请选一位同事' : undefined)}
      />
      <Notice tone="info">
        这几天您的权限停用，由代行的人用您的权限办事，都有记录。评家的发起、计票、监票除外，一个人只能管一样。随时可以销假。
      </Notice>
      {take.problem !== undefined && Object.keys(refused).length === 0 && (
        <Notice tone="danger">{take.problem.message}</Notice>
      )}
    </Screen>
  )
}
