import { Text } from '@tarojs/components'
import { useState } from 'react'
import { registry } from '../../../shared/contract/registry'
import { chinaDay } from '../../../shared/core/time'
import type { UnionId } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { Confirm } from '../../components/Confirm'
import { Field } from '../../components/Field'
import { ListRow } from '../../components/ListRow'
import { Notice } from '../../components/Notice'
import { SideAction } from '../../components/SideAction'
import { audienceText, publicationKindText } from '../../pages/publication-texts'
import { fullDayText } from '../../pages/today'
import type { OutputOf } from '../../services/api'
import { go } from '../../services/route'
import { useAct } from '../../services/use-act'
import './index.scss'

export type View = OutputOf<typeof registry, 'publication'>

interface Props {
  readonly union: UnionId
  readonly view: View
  readonly onChange: () => void
  readonly onWithdrawn: () => void
}

/** 公开了的一条: as it reads, who signed up, and what can be done with it. */
export function Written({ union, view, onChange, onWithdrawn }: Props) {
  const { publication, kind, audience, title, text, publishedAt, activity, withdrawn, version } = view
  return (
    <>
      {withdrawn !== undefined && (
        <Notice tone="warning" title="已经撤下，会员看不到">
          {withdrawn.reason}
        </Notice>
      )}
      <Card
        title={title}
        note={`${publicationKindText[kind]}，${audienceText[audience]}，${fullDayText(chinaDay(publishedAt))}，第 ${version} 版`}
      >
        <Text className="publication-text">{text}</Text>
      </Card>
      {activity !== undefined && (
        <ListRow
          id="publication-sign-ups"
          title="报名和参加人数"
          note={`${activity.places} 个名额，报了 ${activity.signedUp} 人${activity.attended === undefined ? '' : `，参加 ${activity.attended} 人`}`}
          onTap={() => void go('officer/sign-ups/index', { union, publication })}
        />
      )}
      <ListRow
        id="publication-as-read"
        title="看会员看到的"
        onTap={() => void go('pages/news/one/index', { publication })}
      />
      {withdrawn === undefined && (
        <>
          <SideAction id="publication-change" label="修改" onTap={onChange} />
          <Withdraw union={union} view={view} onWithdrawn={onWithdrawn} />
        </>
      )}
    </>
  )
}

function Withdraw({ union, view: { publication, title }, onWithdrawn }: Omit<Props, 'onChange'>) {
  const withdraw = useAct(registry, 'withdrawPublication')
  const [reason, setReason] = useState<string>()
  const [asking, setAsking] = useState(false)
  const error = withdraw.problem?.kind === 'refused' ? withdraw.problem.fields['reason'] : undefined
  const confirmed = async () => {
    const done = await withdraw.run({ union, publication, reason: reason ?? '' })
    setAsking(false)
    if (done.ok) onWithdrawn()
  }
  if (reason === undefined)
    return <SideAction id="publication-withdraw" label="撤下" danger onTap={() => setReason('')} />
  return (
    <>
      <Field
        id="publication-reason"
        label="为什么撤下？"
        value={reason}
        maxLength={200}
        placeholder="例如：数字有误，更正后再发"
        onInput={setReason}
        error={error}
      />
      {withdraw.problem !== undefined && error === undefined && (
        <Notice tone="danger">{withdraw.problem.message}</Notice>
      )}
      <SideAction id="publication-withdraw-ask" label="撤下" danger onTap={() => setAsking(true)} />
      <SideAction id="publication-withdraw-not" label="不撤了" onTap={() => setReason(undefined)} />
      <Confirm
        open={asking}
        title={`撤下“${title}”？`}
        text="会员马上看不到它，撤下后不能恢复。撤下的原因和时间记录在案。"
        confirmLabel="撤下"
        danger
        busy={withdraw.busy}
        onConfirm={() => void confirmed()}
        onCancel={() => setAsking(false)}
      />
    </>
  )
}
