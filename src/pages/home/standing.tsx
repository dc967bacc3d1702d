import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { z } from 'zod'
import { membership } from '../../../shared/contract/membership'
import type { Me } from '../../../shared/contract/session'
import type { IsoTime } from '../../../shared/core/time'
import { Card } from '../../components/Card'
import { Confirm } from '../../components/Confirm'
import { Icon } from '../../components/Icon'
import { MainAction } from '../../components/MainAction'
import { SideAction } from '../../components/SideAction'
import { Tag } from '../../components/Tag'
import { tappable } from '../../components/tappable'
import { TextAction } from '../../components/TextAction'
import { go } from '../../services/route'
import { scan } from '../../services/scan'
import { useAct } from '../../services/use-act'
import { dayText, fullDayText, momentText } from '../today'
import { endedText } from '../ended-text'

type MeView = z.infer<typeof Me>
type StandingView<Kind extends MeView['standing']['kind']> = Extract<MeView['standing'], { kind: Kind }>

interface Props {
  readonly me: MeView
  readonly reload: () => void
}

/** 我在哪一步: not a member, applying, or a member; with the one thing to do now. */
export function Standing({ me, reload }: Props) {
  const { standing, draft } = me
  switch (standing.kind) {
    case 'none':
      return draft === undefined ? <JoinCard /> : <DraftCard savedAt={draft.savedAt} reload={reload} />
    case 'ended':
      if (standing.state === 'left' && draft !== undefined) return <DraftCard savedAt={draft.savedAt} reload={reload} />
      return <EndedCard standing={standing} />
    case 'applying':
      return <ApplyingCard standing={standing} />
    case 'member':
      return <MemberCard standing={standing} />
  }
}

function JoinCard() {
  const [busy, setBusy] = useState(false)

  /** On WeChat the camera opens here; elsewhere the join page offers the other ways. */
  async function scanCode() {
    setBusy(true)
    const found = await scan()
    setBusy(false)
    if (found.kind === 'cancelled') return
    if (found.kind === 'code') return void go(`pages/${found.page}/index`, { code: found.code })
    await go(
      'pages/join/index',
      found.kind === 'scene'
        ? { scene: found.scene }
        : { notice: found.kind === 'foreign' ? 'foreign-code' : 'no-camera' },
    )
  }

  return (
    <Card title="加入工会" note="扫海报，几步就知道您归哪个工会，在手机上就能办完。">
      <View className="home-acts">
        <MainAction id="home-scan" label="扫码入会" busy={busy} onTap={() => void scanCode()} />
        <SideAction id="home-search" label="按单位查找" onTap={() => void go('pages/join/index', { way: 'search' })} />
        <TextAction id="home-bind" label="我已经是会员，找回身份" onTap={() => void go('pages/mine/bind/index')} />
      </View>
    </Card>
  )
}

function DraftCard({ savedAt, reload }: { readonly savedAt: IsoTime; readonly reload: () => void }) {
  const drop = useAct(membership, 'dropDraft')
  const [asking, setAsking] = useState(false)

  async function startOver() {
    const answer = await drop.run({})
    setAsking(false)
    if (answer.ok) reload()
  }

  return (
    <Card title="入会填到一半" note={`${momentText(savedAt)} 保存的，接着填就行。`}>
      <View className="home-acts">
        <MainAction id="home-resume" label="接着填" onTap={() => void go('pages/join/index', { resume: '1' })} />
        <TextAction id="home-restart" label="不要了，重新开始" onTap={() => setAsking(true)} />
      </View>
      <Confirm
        open={asking}
        title="不要填过的内容了？"
        text="填过的答案会删掉，不能找回。"
        confirmLabel="删掉草稿"
        danger
        busy={drop.busy}
        onConfirm={() => void startOver()}
        onCancel={() => setAsking(false)}
      />
    </Card>
  )
}

function ApplyingCard({ standing }: { readonly standing: StandingView<'applying'> }) {
  const { application, state, unionName, dueOn, workingDaysLeft } = standing
  const returned = state === 'returned'
  const late = workingDaysLeft < 0
  return (
    <Card title={returned ? '工会请您改一下' : '正在审核'} note={unionName} tone={returned ? 'warning' : 'plain'}>
      <View className="home-acts">
        {!returned && (
          <View className="home-due">
            <Text>{`最晚 ${dayText(dueOn)}答复`}</Text>
            <Tag tone={late ? 'danger' : 'neutral'}>
              {late ? `超期 ${-workingDaysLeft} 个工作日` : `还剩 ${workingDaysLeft} 个工作日`}
            </Tag>
          </View>
        )}
        <MainAction
          id="home-progress"
          label={returned ? '看哪里要改' : '看进度'}
          onTap={() => void go('pages/progress/index', { application })}
        />
      </View>
    </Card>
  )
}

/** 会籍结束了: what the record says, and the one thing that can be done about it. */
function EndedCard({ standing: { state, unionName, on } }: { readonly standing: StandingView<'ended'> }) {
  const since = on === undefined ? unionName : `${unionName} · ${fullDayText(on)}`
  return (
    <Card title={endedText[state]} note={since}>
      <View className="home-acts">
        {state === 'left' && (
          <MainAction id="home-join-again" label="重新入会" onTap={() => void go('pages/join/index')} />
        )}
        {state !== 'left' && <Text>登记有误，或有意见，请联系工会或上级工会，也可以打 12351。</Text>}
        <SideAction id="home-membership" label="看会籍记录" onTap={() => void go('pages/mine/membership/index')} />
      </View>
    </Card>
  )
}

function MemberCard({ standing }: { readonly standing: StandingView<'member'> }) {
  const { maskedName, unionName, memberNumber, since, retained, hasCard } = standing
  return (
    <View
      className="home-card"
      id="home-card"
      onClick={() => void go('pages/card/show/index')}
      {...tappable({ role: 'button', label: '我的会员卡' })}
    >
      <View className="home-card-line">
        <Text className="home-card-label">{retained ? '工会会员 · 会籍保留' : '工会会员'}</Text>
        <Text className="home-card-name">{maskedName}</Text>
        <Text className="home-card-number">{memberNumber}</Text>
        <Text className="home-card-union">{unionName}</Text>
        <Text className="home-card-union">{`${fullDayText(since)}入会`}</Text>
        <View className="home-card-show">
          <Icon name="qr" size={20} />
          <Text>{hasCard ? '出示会员卡' : '激活会员卡，没有网络也能出示'}</Text>
        </View>
      </View>
    </View>
  )
}
