import { Text, View } from '@tarojs/components'
import type { z } from 'zod'
import { session, type Me } from '../../../shared/contract/session'
import { TextAction } from '../../components/TextAction'
import { Screen } from '../../components/Screen'
import { useLargeType } from '../../services/large-type'
import { useAsk } from '../../services/use-ask'
import { greeting } from '../today'
import { useReloadOnReturn } from '../use-reload-on-return'
import { Doors } from './doors'
import { Notices } from './notices'
import { Offices } from './offices'
import { ReviewNews } from './review-news'
import { endedText } from '../ended-text'
import { Standing } from './standing'
import { UnionNews } from './union-news'
import { useCardKept } from './use-card-kept'
import './index.scss'

export default function HomePage() {
  const me = useAsk(session, 'me', {})
  const type = useLargeType()
  useReloadOnReturn(me.reload)
  useCardKept(me.data?.standing.kind === 'member' && me.data.standing.hasCard)
  return (
    <Screen title="职工之家" loading={me.loading} problem={me.problem} onRetry={me.reload}>
      {me.data !== undefined && (
        <View className="home">
          <View className="home-head">
            <Greeting me={me.data} />
            <View className="home-large-type">
              <TextAction id="home-large-type" label={type.large ? '标准字号' : '关怀模式'} onTap={type.toggle} quiet />
            </View>
          </View>
          {cameToWork(me.data) && <Offices offices={me.data.offices} />}
          <Standing me={me.data} reload={me.reload} />
          {me.data.standing.kind === 'member' && <ReviewNews />}
          {me.data.standing.kind === 'member' && <UnionNews />}
          <Notices notices={me.data.notices} reload={me.reload} />
          {!cameToWork(me.data) && <Offices offices={me.data.offices} />}
          <Doors me={me.data} />
        </View>
      )}
    </Screen>
  )
}

/** 工会干部 without a membership here (a clerk need not have one): the work comes before the invitation to join. */
function cameToWork({ standing, offices, draft }: z.infer<typeof Me>): boolean {
  return offices.length > 0 && draft === undefined && (standing.kind === 'none' || standing.kind === 'ended')
}

function Greeting({ me: { standing } }: { readonly me: z.infer<typeof Me> }) {
  const name = standing.kind === 'member' ? `${standing.maskedName}，` : ''
  return (
    <View className="home-greeting">
      <Text className="home-hello">{`${name}${greeting()}`}</Text>
      <Text className="home-who">{whoIAm(standing)}</Text>
    </View>
  )
}

function whoIAm(standing: z.infer<typeof Me>['standing']): string {
  switch (standing.kind) {
    case 'none':
      return '您还没有加入工会'
    case 'ended':
      return endedText[standing.state]
    case 'applying':
      return '您的入会申请正在办'
    case 'member':
      return standing.retained ? `会籍保留在${standing.unionName}` : `您是${standing.unionName}的会员`
  }
}
