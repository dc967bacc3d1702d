import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { session } from '../../../../shared/contract/session'
import { MainAction } from '../../../components/MainAction'
import { Card } from '../../../components/Card'
import { Icon } from '../../../components/Icon'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { SideAction } from '../../../components/SideAction'
import { Steps } from '../../../components/Steps'
import { goHome, replaceWith } from '../../../services/route'
import { askToBeTold } from '../../../services/subscribe'
import { useAsk } from '../../../services/use-ask'
import type { UnionChoice } from '../../../../shared/membership/joining'
import { dayText } from '../../today'
import type { Reference } from '../use-submit'

interface Props {
  readonly sent: Reference
  readonly choice: UnionChoice['kind']
}

/** 已提交: what happens next, who does it, until when. */
export function SentScreen({ sent, choice }: Props) {
  return (
    <Screen
      title="已提交"
      footer={
        <MainAction
          id="join-see-progress"
          label="看进度"
          onTap={() => void replaceWith('pages/progress/index', { application: sent.application })}
        />
      }
    >
      <View className="join-sent">
        <Icon name="check" size={48} />
        <Text className="join-title">申请已送出</Text>
        <Text className="join-hint">{`送到${sent.unionName}，最晚 ${dayText(sent.dueOn)}答复。`}</Text>
      </View>
      <Card title="接下来">
        <Steps
          items={[
            { state: 'done', title: '您已提交' },
            {
              state: 'now',
              title: choice === 'offered' ? '工会核对，委员会讨论' : '先定您归哪个工会，再由那个工会讨论',
              note: `${sent.unionName}来办，最晚 ${dayText(sent.dueOn)}`,
            },
            { state: 'next', title: '批准后您就是会员', note: '首页会显示会员号；要改的地方也会在首页告诉您' },
          ]}
        />
      </Card>
      <TellMe />
      <SideAction id="join-home" label="回首页" onTap={() => void goHome()} />
    </Screen>
  )
}

/** 结果通知: asked here, after the form is sent, and only where messages are sent at all. WeChat asks only straight after a tap. */
function TellMe() {
  const templates = useAsk(session, 'messageTemplates', {}).data?.templates ?? []
  const [asked, setAsked] = useState(false)
  if (templates.length === 0) return null
  return asked ? (
    <Notice tone="info">有了结果，首页会告诉您；您同意了的，微信也会通知。</Notice>
  ) : (
    <SideAction
      id="join-tell-me"
      label="有结果时微信通知我"
      onTap={() => void askToBeTold(templates).then(() => setAsked(true))}
    />
  )
}
