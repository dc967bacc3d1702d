import { Text, View } from '@tarojs/components'
import { MainAction } from '../../../components/MainAction'
import { Card } from '../../../components/Card'
import { Icon } from '../../../components/Icon'
import { Screen } from '../../../components/Screen'
import { SideAction } from '../../../components/SideAction'
import { Steps } from '../../../components/Steps'
import { goHome, replaceWith } from '../../../services/route'
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
      <SideAction id="join-home" label="回首页" onTap={() => void goHome()} />
    </Screen>
  )
}
