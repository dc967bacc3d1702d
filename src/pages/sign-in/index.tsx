import { Notice } from '../../components/Notice'
import { PhoneCode } from '../../components/PhoneCode'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { useSignIn } from './use-sign-in'

/** 电脑登录: the phone is the key. Nothing is typed here, so nothing can be fished for. */
export default function SignInPage() {
  const { state, again } = useSignIn()
  return (
    <Screen
      title="电脑登录"
      loading={state.kind === 'opening'}
      problem={state.kind === 'problem' ? state.problem : undefined}
      onRetry={again}
    >
      {state.kind === 'shown' && <PhoneCode shown={state.code} title="用手机登录这台电脑" onRetry={again} />}
      {state.kind === 'refused' && (
        <>
          <Notice tone="warning" id="sign-in-refused" title="没有登录">
            手机上没有同意，或者选的数字不对。
          </Notice>
          <SideAction id="sign-in-again" label="换一个新码" onTap={again} />
        </>
      )}
      {state.kind === 'shown' && (
        <Notice tone="info">
          一小时不用，或登录满八小时，自动退出。用完请在“我的”里退出；手机上随时能看到、能退出登录过的电脑。
        </Notice>
      )}
    </Screen>
  )
}
