import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { z } from 'zod'
import { membership } from '../../../../shared/contract/membership'
import { registry } from '../../../../shared/contract/registry'
import { Card } from '../../../components/Card'
import { Empty } from '../../../components/Empty'
import { FactList } from '../../../components/FactList'
import { ListRow } from '../../../components/ListRow'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { SideAction } from '../../../components/SideAction'
import { TextAction } from '../../../components/TextAction'
import { atDesk } from '../../../services/desk'
import { printPage } from '../../../services/picture'
import { go } from '../../../services/route'
import { useAsk } from '../../../services/use-ask'
import { dayText, fullDayText } from '../../today'
import { useReloadOnReturn } from '../../use-reload-on-return'
import { History } from './history'
import { Leaving } from './leaving'
import { affairText, standingText } from './texts'
import '../mine.scss'

type Mine = NonNullable<z.output<typeof membership.procedures.myMembership.output>['membership']>
type Affair = z.output<typeof membership.procedures.myAffairs.output>['affairs'][number]

/** 我的会籍: where it stands, what waits, how it came to be, and what I may do. */
export default function MembershipPage() {
  const mine = useAsk(membership, 'myMembership', {})
  const affairs = useAsk(membership, 'myAffairs', {})
  const reload = () => {
    mine.reload()
    affairs.reload()
  }
  useReloadOnReturn(reload)
  const held = mine.data?.membership
  return (
    <Screen
      title="我的会籍"
      loading={mine.loading || affairs.loading}
      problem={mine.problem ?? affairs.problem}
      onRetry={reload}
    >
      {mine.data !== undefined && affairs.data !== undefined && (
        <View className="data">
          {held === undefined ? <Nobody /> : <Record mine={held} />}
          <Waiting affairs={affairs.data.affairs} />
          {held !== undefined && <Rest mine={held} reload={reload} />}
        </View>
      )}
    </Screen>
  )
}

function Nobody() {
  return (
    <Empty
      title="还没有会籍"
      note="入会批准后，或者找回会员身份后，这里会有您的会籍。"
      action={{ id: 'membership-bind', label: '我已经是会员，找回身份', onTap: () => void go('pages/mine/bind/index') }}
    />
  )
}

function Record({ mine }: { readonly mine: Mine }) {
  const { name, means } = standingText(mine.state, mine.reason)
  return (
    <Card title={name} note={means} tone={mine.state === 'active' ? 'success' : 'warning'} id="membership-record">
      <FactList
        items={[
          { heading: '姓名', text: mine.maskedName },
          { heading: '会员号', text: mine.memberNumber },
          { heading: '入会日期', text: fullDayText(mine.since) },
          ...(mine.changedOn === undefined ? [] : [{ heading: '最近变动', text: fullDayText(mine.changedOn) }]),
          {
            heading: '工会',
            text: mine.unionName,
            action: { label: '看看', onTap: () => void go('pages/union/index', { union: mine.union }) },
          },
          { heading: '所属单位', text: mine.unitName === '' ? '没有固定单位' : mine.unitName },
          ...(mine.contractUntil === undefined ? [] : [{ heading: '合同到期', text: fullDayText(mine.contractUntil) }]),
          ...(mine.secondedSince === undefined
            ? []
            : [{ heading: '借调', text: `${fullDayText(mine.secondedSince)}起，会籍不动` }]),
          ...(mine.entrusted === undefined
            ? []
            : [{ heading: '委托管理', text: `日常由${mine.entrusted.unionName}负责，投票在${mine.unionName}` }]),
        ]}
      />
    </Card>
  )
}

/** Where the member sees more of it, or does something about it. */
function wayTo({ kind, application }: Affair): readonly [string, Readonly<Record<string, string>>] | undefined {
  switch (kind) {
    case 'application':
      return ['pages/progress/index', application === undefined ? {} : { application }]
    case 'transfer-out':
    case 'transfer-in':
    case 'transfer-dispute':
      return ['pages/mine/transfer/index', {}]
    case 'event-objection':
      return ['pages/mine/event/index', {}]
    case 'data-request':
    case 'unconfirmed':
      return ['pages/mine/stored/index', {}]
    default:
      return undefined
  }
}

function Waiting({ affairs }: { readonly affairs: readonly Affair[] }) {
  return (
    <Card title="正在办的事" {...(affairs.length === 0 ? { note: '没有。' } : {})} id="membership-affairs">
      {affairs.map((affair) => {
        const { id, kind, unionName, dueOn } = affair
        const way = wayTo(affair)
        return (
          <View key={id} className="data-request">
            <Text className="data-request-title">{affairText[kind]}</Text>
            <Text className="data-note">
              {dueOn === undefined ? unionName : `${unionName} · 最晚 ${dayText(dueOn)}`}
            </Text>
            {way !== undefined && (
              <View className="data-request-head">
                <TextAction id={`affair-${kind}`} label="去看看" onTap={() => void go(way[0], way[1])} />
              </View>
            )}
          </View>
        )
      })}
    </Card>
  )
}

function Rest({ mine, reload }: { readonly mine: Mine; readonly reload: () => void }) {
  const [unprintable, setUnprintable] = useState(false)
  const held = mine.state === 'active' || mine.state === 'retained'
  return (
    <>
      <History first={mine} />
      <Officers union={mine.union} />
      {held && (
        <ListRow
          id="membership-transfer"
          title="转会"
          note="换了单位、换了工作地方"
          onTap={() => void go('pages/mine/transfer/index')}
        />
      )}
      {held && (
        <ListRow
          id="membership-certificate"
          title="我要转到外地的工会"
          note="外地、系统外的工会凭证明接收您"
          onTap={() => void go('pages/mine/certificate/index')}
        />
      )}
      {held && (
        <ListRow
          id="membership-events"
          title="工会变动与我"
          note="单位建会、工会合并或撤销，会籍怎么办"
          onTap={() => void go('pages/mine/event/index')}
        />
      )}
      {mine.application !== undefined && (
        <ListRow
          id="membership-letter"
          title="我的入会申请书"
          note="可以看，可以打印"
          onTap={() => void go('pages/letter/index', { application: mine.application })}
        />
      )}
      <ListRow
        id="membership-data"
        title="核对我的资料"
        note="存了什么、谁看过；更正、导出"
        onTap={() => void go('pages/mine/stored/index')}
      />
      {atDesk() && (
        <SideAction
          id="membership-print"
          label="打印这一页"
          onTap={() => setUnprintable(printPage() === 'unsupported')}
        />
      )}
      {unprintable && <Notice tone="info">手机上不能直接打印，请在电脑上打开这一页。</Notice>}
      {mine.state === 'left' && (
        <SideAction
          id="membership-join"
          label={mine.reason === 'moved-outside' ? '转回来' : '重新入会'}
          onTap={() => void go('pages/join/index')}
        />
      )}
      {held && <Leaving unionName={mine.unionName} leaving={mine.leaving} reload={reload} />}
    </>
  )
}

/** 工会干部: those who agreed to be shown. */
function Officers({ union }: { readonly union: Mine['union'] }) {
  const page = useAsk(registry, 'unionPage', { union })
  const officers = page.data?.officers ?? []
  return (
    <Card title="我的工会干部" {...(officers.length === 0 ? { note: '还没有同意公开的干部，可以打工会电话。' } : {})}>
      {officers.length > 0 && (
        <FactList
          items={officers.map(({ role, maskedName, phone }) => ({
            heading: role,
            text: phone === undefined ? maskedName : `${maskedName} ${phone}`,
          }))}
        />
      )}
    </Card>
  )
}
