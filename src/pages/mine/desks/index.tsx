import { useState } from 'react'
import { session } from '../../../../shared/contract/session'
import { Confirm } from '../../../components/Confirm'
import { Empty } from '../../../components/Empty'
import { ListRow } from '../../../components/ListRow'
import { MainAction } from '../../../components/MainAction'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { SideAction } from '../../../components/SideAction'
import { Tag } from '../../../components/Tag'
import { atDesk } from '../../../services/desk'
import { go } from '../../../services/route'
import { scan } from '../../../services/scan'
import { signIn } from '../../../services/sign-in'
import { useAct } from '../../../services/use-act'
import { useAsk } from '../../../services/use-ask'
import { momentText } from '../../today'

type DeskId = Parameters<ReturnType<typeof useEnding>['end']>[0]

/** 登录电脑: scan a desk’s code, and see where one is signed in. */
export default function DesksPage() {
  const desks = useAsk(session, 'desks', {})
  const ending = useEnding(desks.reload)
  const [asked, setAsked] = useState<DeskId>()
  const [told, setTold] = useState<string>()
  const list = desks.data?.desks ?? []

  async function scanDesk() {
    const found = await scan()
    if (found.kind === 'code') return void go(`pages/${found.page}/index`, { code: found.code })
    if (found.kind !== 'cancelled') setTold(scanTexts[found.kind])
  }
  return (
    <Screen
      title="登录电脑"
      loading={desks.loading}
      problem={desks.problem}
      onRetry={desks.reload}
      footer={atDesk() ? undefined : <MainAction id="desks-scan" label="扫电脑上的码" onTap={() => void scanDesk()} />}
    >
      {told !== undefined && <Notice tone="warning">{told}</Notice>}
      {ending.problem !== undefined && <Notice tone="danger">{ending.problem.message}</Notice>}
      {desks.data !== undefined && list.length === 0 && (
        <Empty title="没有登录着的电脑" note="在电脑浏览器里打开“网上职工之家”，再用这里的扫一扫登录。" />
      )}
      {list.map(({ desk, where, since, until, here }) => (
        <ListRow
          key={desk}
          id={`desk-${desk}`}
          title={where}
          note={`${momentText(since)} 登录，${momentText(until)} 自动退出`}
          {...(here ? { tag: <Tag tone="success">这一台</Tag> } : {})}
          onTap={() => setAsked(desk)}
        />
      ))}
      {list.length > 1 && <SideAction id="desks-end-all" label="全部退出" danger onTap={() => setAsked('all')} />}
      <Confirm
        open={asked !== undefined}
        title={asked === 'all' ? '退出所有电脑？' : '退出这台电脑？'}
        text="那里马上不能再用您的账号。要用时再扫码登录。"
        confirmLabel={asked === 'all' ? '退出所有电脑' : '退出这台电脑'}
        danger
        busy={ending.busy}
        onCancel={() => setAsked(undefined)}
        onConfirm={() => {
          if (asked === undefined) return
          const here = asked === 'all' || list.some(({ desk, here: this_ }) => this_ && desk === asked)
          void ending.end(asked).then((done) => {
            setAsked(undefined)
            if (done && here && atDesk()) signIn()
          })
        }}
      />
    </Screen>
  )
}

function useEnding(reload: () => void) {
  const act = useAct(session, 'endDesk')
  const end = async (desk: Parameters<typeof act.run>[0]['desk']): Promise<boolean> => {
    const done = await act.run({ desk })
    if (done.ok) reload()
    return done.ok
  }
  return { end, busy: act.busy, problem: act.problem }
}

const scanTexts = {
  scene: '这是入会的海报，不是电脑上的登录码。',
  foreign: '这不是网上职工之家的码。请扫电脑屏幕上的码。',
  unsupported: '浏览器里不能扫码，请用手机微信里的小程序扫。',
} as const
