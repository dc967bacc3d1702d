import { Text, View } from '@tarojs/components'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { card as contract } from '../../../../shared/contract/card'
import { Card } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { Empty } from '../../../components/Empty'
import { FactList } from '../../../components/FactList'
import { MainAction } from '../../../components/MainAction'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { SideAction } from '../../../components/SideAction'
import { showBrightly } from '../../../services/bright'
import { asBefore } from '../../../services/card/as-before'
import { secondsBy } from '../../../services/card/clock'
import type { MyCard } from '../../../services/card/my-card'
import { activateCard, heldCard, lookAfterCard } from '../../../services/card/renewing'
import { daysLeft } from '../../../services/card/showing'
import type { Problem } from '../../../services/problem'
import { go } from '../../../services/route'
import { useAct } from '../../../services/use-act'
import { Face } from './face'
import { clockText, offlineText } from './texts'
import './index.scss'

/** 会员卡: what the phone holds is shown at once; whether it still holds is asked behind it. */
export default function CardPage() {
  const [mine, setMine] = useState<MyCard>()
  const [looking, setLooking] = useState(true)
  const look = useCallback(async () => {
    setLooking(true)
    const held = await heldCard()
    if (held !== undefined) setMine((before) => before ?? held)
    const looked = await lookAfterCard()
    setMine((before) => asBefore(before, looked))
    setLooking(false)
  }, [])
  useDidShow(() => void look())
  useBrightScreen(mine?.kind === 'here')
  const problem = mine?.kind === 'problem' ? mine.problem : undefined
  return (
    <Screen title="会员卡" loading={looking} problem={problem} onRetry={() => void look()}>
      {mine !== undefined && mine.kind !== 'problem' && (
        <View className="wallet">
          <Mine mine={mine} changed={setMine} look={() => void look()} />
        </View>
      )}
    </Screen>
  )
}

interface Props<Kind extends MyCard['kind'] = Exclude<MyCard['kind'], 'problem'>> {
  readonly mine: Extract<MyCard, { kind: Kind }>
  readonly changed: (to: MyCard) => void
  readonly look: () => void
}

function Mine({ mine, changed, look }: Props) {
  switch (mine.kind) {
    case 'here':
      return <Here mine={mine} changed={changed} look={look} />
    case 'inactive':
    case 'elsewhere':
      return <Activation mine={mine} changed={changed} look={look} />
    case 'no-membership':
      return <NoMembership />
  }
}

function Here({ mine: { card, wallet, problem }, look }: Props<'here'>) {
  const clock = clockText(wallet.aheadMs)
  return (
    <>
      <Face card={card} wallet={wallet} />
      {clock !== undefined && (
        <Notice tone="info" id="card-clock">
          {clock}
        </Notice>
      )}
      {problem === undefined ? (
        <Card title="没有网络也能用" note="对方扫码只看到“有效”、工会名称和打星的姓名。" />
      ) : (
        <Notice tone="info" id="card-offline">
          {offlineText(daysLeft(card, secondsBy(wallet)))}
        </Notice>
      )}
      <Acts look={look} />
    </>
  )
}

/** 用在哪里, and 挂失: from any phone that is signed in to this WeChat account. */
function Acts({ look }: { readonly look: () => void }) {
  const [asking, setAsking] = useState(false)
  const drop = useAct(contract, 'dropCard')

  async function confirmed() {
    const answer = await drop.run({})
    setAsking(false)
    if (answer.ok) look()
  }

  return (
    <>
      {drop.problem !== undefined && <Notice tone="danger">{drop.problem.message}</Notice>}
      <View className="wallet-acts">
        <View className="wallet-act">
          <SideAction id="card-services" label="用在哪里" onTap={() => void go('pages/card/services/index')} />
        </View>
        <View className="wallet-act">
          <SideAction id="card-drop" label="换手机 / 挂失" onTap={() => setAsking(true)} />
        </View>
      </View>
      <Confirm
        open={asking}
        title="停用这张卡？"
        text="换手机不用停用：在新手机上打开会员卡，点“激活”，旧手机上的就不能再用。手机丢了，现在停用。"
        confirmLabel="停用"
        danger
        busy={drop.busy}
        onConfirm={() => void confirmed()}
        onCancel={() => setAsking(false)}
      />
    </>
  )
}

/** 激活: what the card will show, and one tap. */
function Activation({ mine, changed }: Props<'inactive' | 'elsewhere'>) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const { maskedName, unionName } = mine

  async function activate() {
    setBusy(true)
    setProblem(undefined)
    const answer = await activateCard()
    setBusy(false)
    if (answer.ok) changed(answer.data)
    else setProblem(answer.problem)
  }

  return (
    <>
      <Card
        title={mine.kind === 'elsewhere' ? '卡在另一部手机上' : '激活会员卡'}
        note={
          mine.kind === 'elsewhere'
            ? '一人一卡。在这部手机上激活以后，那一部上的卡马上不能再用。'
            : '一人一卡，激活以后没有网络也能出示。'
        }
      >
        <FactList
          items={[
            { heading: '卡上的姓名', text: maskedName },
            { heading: '所在工会', text: unionName },
          ]}
        />
        <Text className="card-note">都对就激活；不对请先到“我的资料”申请更正。</Text>
      </Card>
      {problem !== undefined && <Notice tone="danger">{problem.message}</Notice>}
      <MainAction
        id="card-activate"
        label={mine.kind === 'elsewhere' ? '在这部手机上激活' : '激活'}
        busy={busy}
        onTap={() => void activate()}
      />
    </>
  )
}

function NoMembership() {
  return (
    <>
      <Empty title="还没有会员卡" note="入会批准以后，在这里激活。已经是会员的，先找回身份。" />
      <SideAction id="card-bind" label="我已经是会员，找回身份" onTap={() => void go('pages/mine/bind/index')} />
      <SideAction id="card-join" label="我要入会" onTap={() => void go('pages/join/index')} />
    </>
  )
}

/** As long as the card is on the screen. */
function useBrightScreen(wanted: boolean): void {
  const dim = useRef<Promise<() => void>>(undefined)
  const light = useCallback(() => {
    dim.current ??= showBrightly()
  }, [])
  const restore = useCallback(() => {
    void dim.current?.then((back) => back())
    dim.current = undefined
  }, [])
  useEffect(() => {
    if (!wanted) return
    light()
    return restore
  }, [wanted, light, restore])
  useDidHide(restore)
  useDidShow(() => {
    if (wanted) light()
  })
}
