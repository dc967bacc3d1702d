import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { unreachable } from '../../../../shared/core/unreachable'
import { MainAction } from '../../../components/MainAction'
import { Notice } from '../../../components/Notice'
import { SideAction } from '../../../components/SideAction'
import { go, goHome } from '../../../services/route'
import { retiredOf } from '../flow'
import { RouteReason, type Route } from '../route-reason'
import { firstQuestion } from '../steps'
import { StepScreen, type StepProps } from '../step-screen'
import { hotline } from '../../hotline'

interface Props extends StepProps {
  readonly route: Route
}

/** 分流结果 that sends nothing: why, and what to do instead. Every one has a next step. */
export function RouteClosed({ flow, send, route }: Props) {
  const { title, advice } = words(route)
  return (
    <StepScreen
      flow={flow}
      send={send}
      title={title}
      {...(route.primary === undefined ? {} : { hint: route.primary.name })}
      withoutNext
    >
      <RouteReason route={route} />
      <Notice tone="info" title="您可以">
        {advice}
      </Notice>
      <View className="join-actions">
        <NextAct flow={flow} send={send} route={route} />
        <SideAction
          id="join-hotline"
          label={`打电话问问 ${hotline}`}
          onTap={() => void Taro.makePhoneCall({ phoneNumber: hotline })}
        />
      </View>
    </StepScreen>
  )
}

function words({ action, reviewer }: Route): { title: string; advice: string } {
  switch (action) {
    case 'KEEP':
      return {
        title: '您已经是会员',
        advice: '不用再入会。换了单位的，点下面办转会；这个微信还没认出您的，会先请您找回会员身份。',
      }
    case 'RETAIN':
      return { title: '会籍为您保留着', advice: '您不用做什么。情况有变化时，打电话给您的工会。' }
    case 'TRANSFER':
      return {
        title: '您要办的是转会',
        advice: '会籍跟着工作走，不用重新入会，点下面办转会就行。',
      }
    case 'REROUTE':
      return { title: '您的申请会转过去', advice: '不用重新申请，提交的时间不变，到进度里看就行。' }
    case 'BLOCK_DUPLICATE':
      return { title: '您有一份申请正在办', advice: '一个人同时只能有一份申请。先看那份的进度，或者撤回它再来。' }
    case 'NEED_INFO':
      return { title: '还差一点', advice: '请补上单位，或者干活的地方。' }
    case 'REJECT':
      return { title: '现在还不能入会', advice: '填错了的，改过来再看；觉得不对，打电话问工会。' }
    case 'MANUAL_REVIEW':
      return { title: '要由工会看一下', advice: '这里还没有能受理的工会，请打电话说明您的情况。' }
    case 'JOIN':
    case 'CHOOSE':
    case 'RESUME_TRANSFER':
      return { title: '暂时没有可以加入的工会', advice: `请打电话问问${reviewer?.name ?? '当地总工会'}。` }
    default:
      return unreachable(action)
  }
}

function NextAct({ flow, send, route }: Props) {
  switch (route.action) {
    case 'BLOCK_DUPLICATE':
    case 'REROUTE':
      return <MainAction id="join-progress" label="看那份申请的进度" onTap={() => void go('pages/progress/index')} />
    case 'NEED_INFO':
      return (
        <MainAction id="join-fill-in" label="补上" onTap={() => send({ type: 'open', step: firstQuestion(flow) })} />
      )
    case 'REJECT':
      return retiredOf(flow) ? (
        <MainAction id="join-fix-retired" label="改“是否退休”" onTap={() => send({ type: 'open', step: 'retired' })} />
      ) : (
        <MainAction id="join-fix-number" label="核对证件号码" onTap={() => send({ type: 'open', step: 'identity' })} />
      )
    case 'TRANSFER':
    case 'KEEP':
      return (
        <MainAction id="join-transfer" label="换了单位，去办转会" onTap={() => void go('pages/mine/transfer/index')} />
      )
    case 'RETAIN':
    case 'MANUAL_REVIEW':
    case 'JOIN':
    case 'CHOOSE':
    case 'RESUME_TRANSFER':
      return <HomeAct />
    default:
      return unreachable(route.action)
  }
}

function HomeAct() {
  return <MainAction id="join-home" label="回首页" onTap={() => void goHome()} />
}
