import { useState } from 'react'
import { registry } from '../../../../shared/contract/registry'
import { session } from '../../../../shared/contract/session'
import type { PublicationId } from '../../../../shared/core/ids'
import { Card } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { FactList } from '../../../components/FactList'
import { MainAction } from '../../../components/MainAction'
import { Notice } from '../../../components/Notice'
import { SideAction } from '../../../components/SideAction'
import type { OutputOf } from '../../../services/api'
import { askToBeTold } from '../../../services/subscribe'
import { useAct } from '../../../services/use-act'
import { useAsk } from '../../../services/use-ask'
import { dayText, fullDayText } from '../../today'

type ActivityView = NonNullable<OutputOf<typeof registry, 'publication'>['activity']>

interface Props {
  readonly publication: PublicationId
  readonly activity: ActivityView
  readonly onChanged: () => void
}

/** 活动: when, where, what is left; one tap to sign up. */
export function Activity({ publication, activity, onChanged }: Props) {
  const { day, place, places, left, signUpUntil, signedUp, attended } = activity
  return (
    <>
      <Card title="活动">
        <FactList
          items={[
            { heading: '日期', text: fullDayText(day) },
            { heading: '地点', text: place },
            { heading: '名额', text: `${places} 个，还剩 ${left} 个` },
            { heading: '报名截止', text: dayText(signUpUntil) },
            ...(attended === undefined ? [] : [{ heading: '参加', text: `${attended} 人（报名 ${signedUp} 人）` }]),
          ]}
        />
      </Card>
      <Place publication={publication} activity={activity} onChanged={onChanged} />
    </>
  )
}

function Place({ publication, activity: { mine, phase }, onChanged }: Props) {
  switch (mine) {
    case 'has':
      return <Mine publication={publication} onChanged={onChanged} />
    case 'kept':
      return <Notice tone="success">您报了名。</Notice>
    case 'none':
      if (phase === 'open') return <SignUp publication={publication} onChanged={onChanged} />
      return <Notice tone="info">{phase === 'full' ? '名额报满了。有人取消时会空出来。' : '报名已经截止。'}</Notice>
  }
}

type PlaceProps = Omit<Props, 'activity'>

/** WeChat asks for messages only straight after a tap, so the templates are known beforehand; whatever is answered, the place is taken. */
function SignUp({ publication, onChanged }: PlaceProps) {
  const templates = useAsk(session, 'messageTemplates', {})
  const signUp = useAct(registry, 'signUp')
  const tapped = async () => {
    await askToBeTold(templates.data?.templates ?? [])
    await signUp.run({ publication })
    onChanged()
  }
  return (
    <>
      {signUp.problem !== undefined && <Notice tone="danger">{signUp.problem.message}</Notice>}
      <MainAction id="news-sign-up" label="我要报名" busy={signUp.busy} onTap={() => void tapped()} />
    </>
  )
}

function Mine({ publication, onChanged }: PlaceProps) {
  const [asking, setAsking] = useState(false)
  const giveBack = useAct(registry, 'giveBackPlace')
  const confirmed = async () => {
    await giveBack.run({ publication })
    setAsking(false)
    onChanged()
  }
  return (
    <>
      <Notice tone="success">报上了。工会的组织人员看得到您的姓名。</Notice>
      {giveBack.problem !== undefined && <Notice tone="danger">{giveBack.problem.message}</Notice>}
      <SideAction id="news-give-back" label="取消报名" onTap={() => setAsking(true)} />
      <Confirm
        open={asking}
        title="取消报名？"
        text="您的名额马上让给别人。还有名额时可以再报。"
        confirmLabel="取消报名"
        busy={giveBack.busy}
        onConfirm={() => void confirmed()}
        onCancel={() => setAsking(false)}
      />
    </>
  )
}
