import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { membership } from '../../../../shared/contract/membership'
import { Card } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { Empty } from '../../../components/Empty'
import { ListRow } from '../../../components/ListRow'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { SideAction } from '../../../components/SideAction'
import { Tag } from '../../../components/Tag'
import { go, goHome } from '../../../services/route'
import { useAct } from '../../../services/use-act'
import { useAsk } from '../../../services/use-ask'
import { useReloadOnReturn } from '../../use-reload-on-return'
import { dayText } from '../../today'
import { DataSections } from '../data-sections'
import { isEmpty } from '../sections'
import { ConfirmMine } from './confirm'
import { requestText, stateName, stateTone } from './texts'
import '../mine.scss'

/** 我的资料: everything that is kept, and what can be done about it. */
export default function DataPage() {
  const about = useAsk(membership, 'aboutMe', {})
  useReloadOnReturn(about.reload)
  const data = about.data
  return (
    <Screen title="我的资料" loading={about.loading} problem={about.problem} onRetry={about.reload}>
      {data !== undefined && isEmpty(data) && (
        <Empty title="系统里没有您的资料" note="填到一半、还没保存的内容，只在这台手机上。" />
      )}
      {data !== undefined && (
        <View className="data">
          <DataSections data={data} />
          {data.membership !== undefined && <ConfirmMine />}
          {data.requests.length > 0 && (
            <Card title="我提过的请求">
              {data.requests.map((request) => (
                <View key={request.request} className="data-request">
                  <View className="data-request-head">
                    <Text className="data-request-title">{requestText(request)}</Text>
                    <Tag tone={stateTone[request.state]}>{stateName[request.state]}</Tag>
                  </View>
                  <Text className="data-note">
                    {request.state === 'open'
                      ? `${request.unionName}来办，最晚 ${dayText(request.dueOn)}`
                      : (request.reason ?? request.unionName)}
                  </Text>
                </View>
              ))}
            </Card>
          )}
          {data.membership !== undefined && (
            <ListRow id="data-form" title="会员登记表" onTap={() => void go('pages/mine/form/index')} />
          )}
          <ListRow id="data-trail" title="谁看过、改过我的资料" onTap={() => void go('pages/mine/trail/index')} />
          <ListRow
            id="data-correct"
            title="有不对的，请工会更正"
            note="姓名、手机号、学历、户籍"
            onTap={() => void go('pages/mine/correct/index')}
          />
          <ListRow
            id="data-export"
            title="导出全部资料"
            note="完整的一份，可以看，可以带走"
            onTap={() => void go('pages/mine/export/index')}
          />
          <Withdraw member={data.membership !== undefined} reload={about.reload} />
        </View>
      )}
    </Screen>
  )
}

/** 撤回同意: what it brings about is said before, and differs for a member. */
function Withdraw({ member, reload }: { readonly member: boolean; readonly reload: () => void }) {
  const withdraw = useAct(membership, 'withdrawConsent')
  const [open, setOpen] = useState(false)
  const [told, setTold] = useState<string>()
  const go_ = async () => {
    const done = await withdraw.run({})
    setOpen(false)
    if (!done.ok) return
    if (done.data.outcome === 'erased') return void goHome()
    setTold(`已经送到${done.data.unionName}，最晚 ${dayText(done.data.dueOn)}答复。`)
    reload()
  }
  return (
    <>
      {told !== undefined && <Notice tone="success">{told}</Notice>}
      {withdraw.problem !== undefined && <Notice tone="danger">{withdraw.problem.message}</Notice>}
      <SideAction
        id="data-withdraw"
        label={member ? '请求删除我的资料' : '撤回同意，删除我的资料'}
        danger
        onTap={() => setOpen(true)}
      />
      <Confirm
        open={open}
        title={member ? '请求删除您的资料？' : '删除您的资料？'}
        text={
          member
            ? '您是会员，花名册要按规定保存。工会会和您联系，先办退会，再按期限删除。'
            : '没有批准的申请、签名、草稿、手机号和消息马上删除，不能恢复。以后可以重新申请。'
        }
        confirmLabel={member ? '请求删除我的资料' : '删除我的资料'}
        danger
        busy={withdraw.busy}
        onCancel={() => setOpen(false)}
        onConfirm={() => void go_()}
      />
    </>
  )
}
