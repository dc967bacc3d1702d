import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { membership } from '../../../shared/contract/membership'
import { Card } from '../../components/Card'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { act } from '../../services/api'
import { goHome, replaceWith } from '../../services/route'
import type { EarlierApplication } from './earlier'
import { AlreadyMember } from './already-member'
import type { Entry } from './entry'
import type { Flow } from './flow'
import { JoinFlow } from './join-flow'
import { noticeText, type NotJoined } from './notices'
import { stepName } from './texts'
import { useEntry } from './use-entry'
import './index.scss'

export default function JoinPage() {
  const { entry, notice, loading, problem, reload } = useEntry()
  if (entry === undefined) return <Screen title="入会" loading={loading} problem={problem} onRetry={reload} />
  return <Opened entry={entry} notice={notice} />
}

function Opened({ entry, notice }: { readonly entry: Entry; readonly notice: NotJoined | undefined }) {
  switch (entry.kind) {
    case 'flow':
      return <Filling flow={entry.flow} fresh={entry.fresh} notice={notice} />
    case 'offer':
      return <Offer left={entry.left} fresh={entry.fresh} notice={notice} />
    case 'member':
      return <AlreadyMember unionName={entry.unionName} scanned={entry.scanned} />
    case 'application':
      return <UnderWay application={entry.application} />
  }
}

interface FillingProps {
  readonly flow: Flow
  readonly fresh?: Flow | undefined
  readonly notice: NotJoined | undefined
}

function Filling({ flow, fresh, notice }: FillingProps) {
  const [restarted, setRestarted] = useState<Flow>()
  if (restarted !== undefined) return <JoinFlow key="fresh" initial={restarted} notice={notice} />
  if (fresh === undefined) return <JoinFlow initial={flow} notice={notice} />
  return (
    <JoinFlow
      initial={flow}
      notice={notice}
      onRestart={() => {
        void act(membership, 'dropDraft', {})
        setRestarted(fresh)
      }}
    />
  )
}

/** 接着填 or 重新填. */
function Offer({
  left,
  fresh,
  notice,
}: {
  readonly left: Flow
  readonly fresh: Flow
  readonly notice: NotJoined | undefined
}) {
  const [chosen, choose] = useState<Flow>()
  if (chosen !== undefined) return <JoinFlow initial={chosen} notice={notice} />
  const { step } = left

  function startOver() {
    void act(membership, 'dropDraft', {})
    choose(fresh)
  }

  return (
    <Screen title="入会" footer={<MainAction id="join-resume" label="接着填" onTap={() => choose(left)} />}>
      <View className="join-head">
        <Text className="join-title">上次填到一半</Text>
        <Text className="join-hint">
          {step === 'start' || step === 'check' ? '就差核对了' : `填到“${stepName[step]}”这一步，前面的都还在。`}
        </Text>
      </View>
      {notice !== undefined && <Notice tone="warning">{noticeText[notice]}</Notice>}
      <SideAction id="join-restart" label="重新填" onTap={startOver} />
    </Screen>
  )
}

/** 已有申请: one person has one at a time (003 二(六)). */
function UnderWay({ application }: { readonly application: EarlierApplication }) {
  const see = () => void replaceWith('pages/progress/index', { application: application.application })
  return (
    <Screen title="入会" footer={<MainAction id="join-see-progress" label="看进度" onTap={see} />}>
      <View className="join-head">
        <Text className="join-title">{underWayTitle[application.state]}</Text>
        <Text className="join-hint">{application.union.name}</Text>
      </View>
      <Card>
        <Text className="join-sentence">
          一个人同时只能有一份申请。想改单位或改选工会，可以在进度里撤回，再重新申请。
        </Text>
      </Card>
      <SideAction id="join-home" label="回首页" onTap={() => void goHome()} />
    </Screen>
  )
}

const underWayTitle: Readonly<Record<EarlierApplication['state'], string>> = {
  submitted: '您有一份申请正在办',
  returned: '您有一份申请等您修改',
  approved: '这份申请已经批准',
  rejected: '这份申请已经办结',
  withdrawn: '这份申请已经撤回',
}
