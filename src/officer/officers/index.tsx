import { View } from '@tarojs/components'
import { useState } from 'react'
import type { z } from 'zod'
import { registry, type OfficerRow } from '../../../shared/contract/registry'
import type { UnionId } from '../../../shared/core/ids'
import { roleName } from '../../../shared/org/officers'
import { chinaDay, isoTime, type IsoDate, type IsoTime } from '../../../shared/core/time'
import { Card } from '../../components/Card'
import { Confirm } from '../../components/Confirm'
import { Empty } from '../../components/Empty'
import { ListRow } from '../../components/ListRow'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { DateField } from '../../components/DateField'
import { back, go } from '../../services/route'
import { useAct } from '../../services/use-act'
import { useAsk } from '../../services/use-ask'
import { fullDayText, momentText } from '../../pages/today'
import { useUnion } from '../parts/use-office'
import { Below } from './below'
import { Appoint } from './appoint'
import { HandOver } from './hand-over'
import { Leave } from './leave'
import { OwnOffice } from './own-office'

type Officers = z.output<typeof registry.procedures.officers.output>
type Officer = z.output<typeof OfficerRow>

/** 干部与任期: who is in office and until when; the union’s own people, and for an upper union the chairs below. */
export default function OfficersPage() {
  const union = useUnion()
  const list = useAsk(registry, 'officers', union === undefined ? undefined : { union })
  const [appointing, setAppointing] = useState<'new' | Officer>()
  const [own, setOwn] = useState<'leave' | 'hand-over'>()
  const [away, setAway] = useState(false)
  const data = list.data
  const mine = data?.officers.find((officer) => officer.mine)
  const colleagues = data?.officers.filter((officer) => !officer.mine) ?? []
  const closeOwn = () => {
    setOwn(undefined)
    list.reload()
  }
  if (away)
    return (
      <Screen title="干部与任期">
        <Empty
          title="请好假了"
          note="从现在起由代行的同事办事，您的权限停用。随时可以在工作台销假。"
          action={{ id: 'leave-workbench', label: '回工作台', onTap: () => void back() }}
        />
      </Screen>
    )
  if (own === 'leave' && union !== undefined)
    return <Leave union={union} colleagues={colleagues} onTaken={() => setAway(true)} onDone={closeOwn} />
  if (own === 'hand-over' && union !== undefined && mine !== undefined)
    return <HandOver union={union} role={roleName[mine.role]} onDone={closeOwn} />
  if (appointing !== undefined && union !== undefined && data !== undefined)
    return (
      <Appoint
        union={union}
        unionName={data.unionName}
        roles={data.mayGive}
        latest={data.latestEnd}
        {...(appointing === 'new' ? {} : { replaced: appointing })}
        onDone={() => {
          setAppointing(undefined)
          list.reload()
        }}
      />
    )
  return (
    <Screen
      title="干部与任期"
      loading={list.loading}
      problem={list.problem}
      onRetry={list.reload}
      footer={
        data === undefined || data.mayGive.length === 0 ? undefined : (
          <MainAction id="officers-appoint" label="任命干部" onTap={() => setAppointing('new')} />
        )
      }
    >
      {union !== undefined && data !== undefined && (
        <>
          <Card title={data.unionName} note={`${data.officers.length} 位干部在任`} />
          {mine !== undefined && (
            <OwnOffice union={union} own={mine} colleagues={colleagues} reload={list.reload} onOpen={setOwn} />
          )}
          {data.officers.length === 0 && <Empty title="还没有干部" note="点“任命干部”，开一个任职码给他。" />}
          {data.officers.map((officer) => (
            <OneOfficer
              key={officer.officer}
              union={union}
              officer={officer}
              data={data}
              reload={list.reload}
              onReplace={setAppointing}
            />
          ))}
          {data.grants.map((grant) => (
            <OneGrant key={grant.grant} union={union} grant={grant} reload={list.reload} />
          ))}
          <Below union={union} />
          <ListRow
            id="officers-union"
            title="工会公开页"
            note="所有人看到的样子"
            onTap={() => void go('pages/union/index', { union })}
          />
        </>
      )}
    </Screen>
  )
}

interface OfficerProps {
  readonly union: UnionId
  readonly officer: Officer
  readonly data: Officers
  readonly reload: () => void
  readonly onReplace: (officer: Officer) => void
}

function OneOfficer({ union, officer, data, reload, onReplace }: OfficerProps) {
  const end = useAct(registry, 'endOffice')
  const renew = useAct(registry, 'renewOffice')
  const [open, setOpen] = useState(false)
  const [ending, setEnding] = useState(false)
  const [until, setUntil] = useState<string>()
  const { officer: key, role, name, since, until: ends, mayEnd, leave, successor } = officer
  const problem = end.problem ?? renew.problem

  const finish = async () => {
    const done = await end.run({ union, officer: key })
    setEnding(false)
    if (done.ok) reload()
  }
  const prolong = async () => {
    if (until !== undefined && (await renew.run({ union, officer: key, until })).ok) {
      setOpen(false)
      reload()
    }
  }
  const term = ends === undefined ? '没有写任期' : `任期到 ${fullDayText(lastDayOf(ends))}`
  return (
    <View>
      <ListRow
        id={`officer-${key}`}
        title={`${roleName[role]} ${name}`}
        note={`${momentText(since).slice(0, -6)}到任 · ${term}${leave === undefined ? '' : ` · 请假到 ${fullDayText(leave.until)}`}`}
        {...(mayEnd ? { onTap: () => setOpen(!open) } : {})}
      />
      {open && (
        <Card>
          <DateField id="officer-until" label="续任到" value={until} end={data.latestEnd} onChange={setUntil} />
          {problem !== undefined && <Notice tone="danger">{problem.message}</Notice>}
          <MainAction
            id="officer-renew"
            label="续任"
            busy={renew.busy}
            disabled={until === undefined}
            onTap={() => void prolong()}
          />
          {successor !== undefined && <Notice tone="info">{`本人提出由${successor.name}接任。`}</Notice>}
          {data.mayGive.includes(role) && (
            <SideAction
              id="officer-replace"
              label={successor === undefined ? '换人接任' : `给${successor.name}开任职码`}
              onTap={() => onReplace(officer)}
            />
          )}
          <SideAction id="officer-end" label={`免去${name}的${roleName[role]}`} danger onTap={() => setEnding(true)} />
        </Card>
      )}
      <Confirm
        open={ending}
        title={`免去${name}的${roleName[role]}？`}
        text="权限马上停止，会告诉本人。要再任命，重新开任职码。"
        confirmLabel={`免去${name}的${roleName[role]}`}
        danger
        busy={end.busy}
        onCancel={() => setEnding(false)}
        onConfirm={() => void finish()}
      />
    </View>
  )
}

interface GrantProps {
  readonly union: UnionId
  readonly grant: Officers['grants'][number]
  readonly reload: () => void
}

function OneGrant({ union, grant, reload }: GrantProps) {
  const withdraw = useAct(registry, 'withdrawGrant')
  const takeBack = async () => {
    if ((await withdraw.run({ union, grant: grant.grant })).ok) reload()
  }
  return (
    <Card
      title={`${roleName[grant.role]} ${grant.name}，还没有接受`}
      note={`任职码 ${momentText(grant.expiresAt)} 前有效`}
      tone="warning"
    >
      {withdraw.problem !== undefined && <Notice tone="danger">{withdraw.problem.message}</Notice>}
      <SideAction
        id={`grant-back-${grant.grant}`}
        label="收回任职码"
        busy={withdraw.busy}
        onTap={() => void takeBack()}
      />
    </Card>
  )
}

/** A term ends with its last day: the instant after belongs to the next. */
function lastDayOf(ends: IsoTime): IsoDate {
  return chinaDay(isoTime(Date.parse(ends) - 1))
}
