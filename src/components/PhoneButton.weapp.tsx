import { Button } from '@tarojs/components'
import { notGiven, useVerifying, type PhoneButtonProps } from './phone-button'
import './PhoneButton.scss'

/** 微信手机号: WeChat asks the person, and gives a one-time code. The same tap agrees to the privacy guide, where that was not asked yet. */
export function PhoneButton(props: PhoneButtonProps) {
  const { busy, withCode } = useVerifying(props)
  return (
    <Button
      className="phone"
      openType={askingPrivacyToo}
      loading={busy}
      disabled={busy}
      onGetPhoneNumber={({ detail: { code } }) =>
        code === undefined ? props.onProblem?.(notGiven) : void withCode(code)
      }
      {...(props.id === undefined ? {} : { id: props.id })}
    >
      {props.label}
    </Button>
  )
}

/** WeChat takes both at once (基础库 2.32.3), which Taro’s typings do not say; an older WeChat reads the first. */
const askingPrivacyToo = 'getPhoneNumber|agreePrivacyAuthorization' as 'getPhoneNumber'
