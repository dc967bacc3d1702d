import { useState } from 'react'
import type { z } from 'zod'
import { registry, type OfficerRow } from '../../../shared/contract/registry'
import type { UnionId } from '../../../shared/core/ids'
import { IsoDate } from '../../../shared/core/time'
import { parseMobile } from '../../../shared/identity/mobile'
import { roleName } from '../../../shared/org/officers'
import { Card } from '../../components/Card'
import { DateField } from '../../components/DateField'
import { Field } from '../../components/Field'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { PickField } from '../../components/PickField'
import { SideAction } from '../../components/SideAction'
import { showFirstError } from '../../pages/show-first-error'
import { fullDayText, today } from '../../pages/today'
import { useAct } from '../../services/use-act'

type Officer = z.output<typeof OfficerRow>

interface Props {
  readonly union: UnionId
  readonly own: Officer
  readonly colleagues: readonly Officer[]
  readonly reload: () => void
  /** The leave has begun: nothing of this page may be seen any more. */
  readonly onAway: () => void
}

/** 我的职务: 请假 with somebody who acts for me, 移交 to somebody whom I propose. */
export function OwnOffice({ union, own, colleagues, reload, onAway }: Props) {
  const [open, setOpen] = useState<'leave' | 'hand-over'>()
  const back = useAct(registry, 'endLeave')
  const { leave, successor, role } = own
  const close = () => {
    setOpen(undefined)
    reload()
  }
  const returned = async () => {
    if ((await back.run({ union })).ok) reload()
  }
  if (leave !== undefined) {
    const deputy = colleagues.find(({ officer }) => officer === leave.deputy)
    return (
      <Card
        title={`您请假 ${fullDayText(leave.from)} 到 ${fullDayText(leave.until)}`}
        note={`${deputy?.name ?? '同事'}代行，您的权限这几天停用。`}
        tone="warning"
      >
        {back.problem !== undefined && <Notice tone="danger">{back.problem.message}</Notice>}
        <SideAction id="leave-end" label="销假，我回来了" busy={back.busy} onTap={() => void returned()} />
      </Card>
    )
  }
  if (open === 'leave') return <Leave union={union} colleagues={colleagues} onTaken={onAway} onDone={close} />
  if (open === 'hand-over') return <HandOver union={union} role={roleName[role]} onDone={close} />
  return (
    <Card
      title={`我的职务：${roleName[role]}`}
      {...(successor === undefined ? {} : { note: `已经提出由${successor.name}接任` })}
    >
      <SideAction id="own-leave" label="请假，请同事代行" onTap={() => setOpen('leave')} />
      <SideAction id="own-hand-over" label="移交给别人" onTap={() => setOpen('hand-over')} />
    </Card>
  )
}

interface LeaveProps {
  readonly union: UnionId
  readonly colleagues: readonly Officer[]
  readonly onTaken: () => void
  readonly onDone: () => void
}

function Leave({ union, colleagues, onTaken, onDone }: LeaveProps) {
  const take = useAct(registry, 'takeLeave')
  const [from, setFrom] = useState<string>(today())
  const [until, setUntil] = useState<string>()
  const [deputy, setDeputy] = useState<string>()
  const [tried, setTried] = useState(false)
  const refused = take.problem?.kind === 'refused' ? take.problem.fields : {}
  if (colleagues.length === 0)
    return (
      <Notice tone="warning" action={{ label: '知道了', onTap: onDone }}>
        本会没有别的干部可以代行。请先任命一位，再请假。
      </Notice>
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
    <Card title="请假">
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
      <Notice tone="info">这几天您的权限停用，由代行的人用您的权限办事，都有记录。随时可以销假。</Notice>
      {take.problem !== undefined && Object.keys(refused).length === 0 && (
        <Notice tone="danger">{take.problem.message}</Notice>
      )}
      <MainAction id="leave-send" label="请假" busy={take.busy} onTap={() => void send()} />
      <SideAction id="leave-cancel" label="先不" onTap={onDone} />
    </Card>
  )
}

function HandOver({
  union,
  role,
  onDone,
}: {
  readonly union: UnionId
  readonly role: string
  readonly onDone: () => void
}) {
  const propose = useAct(registry, 'proposeSuccessor')
  const [name, setName] = useState('')
  const [mobile, setMobile] = useState('')
  const [tried, setTried] = useState(false)
  const refused = propose.problem?.kind === 'refused' ? propose.problem.fields : {}
  const parsed = parseMobile(mobile)
  const send = async () => {
    setTried(true)
    if (name.trim().length < 2 || !parsed.ok) return
    if ((await propose.run({ union, name: name.trim(), mobile })).ok) onDone()
  }
  return (
    <Card title={`移交${role}`}>
      <Field
        id="successor-name"
        label="交给谁"
        value={name}
        maxLength={40}
        onInput={setName}
        error={refused['name'] ?? (tried && name.trim().length < 2 ? '请填写姓名' : undefined)}
      />
      <Field
        id="successor-mobile"
        label="他的手机号"
        type="tel"
        value={mobile}
        maxLength={30}
        onInput={setMobile}
        error={refused['mobile'] ?? (tried && !parsed.ok ? parsed.message : undefined)}
      />
      <Notice tone="info">由有权任命的人（主席、副主席由上级工会）开任职码。他到任的那一刻，您的职务才结束。</Notice>
      {propose.problem !== undefined && Object.keys(refused).length === 0 && (
        <Notice tone="danger">{propose.problem.message}</Notice>
      )}
      <MainAction id="successor-send" label="提出移交" busy={propose.busy} onTap={() => void send()} />
      <SideAction id="successor-cancel" label="先不" onTap={onDone} />
    </Card>
  )
}
