import { Button } from '@tarojs/components'
import { notGiven, useVerifying, type PhoneButtonProps } from './phone-button'
import './PhoneButton.scss'

/** 微信手机号: WeChat asks the person, and gives a one-time code. */
export function PhoneButton(props: PhoneButtonProps) {
  const { busy, withCode } = useVerifying(props)
  return (
    <Button
      className="phone"
      openType="getPhoneNumber"
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
