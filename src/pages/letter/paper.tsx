import { Text, View } from '@tarojs/components'
import { SignatureView } from '../../components/SignaturePad'
import type { Signature } from '../../../shared/membership/joining'

interface Props {
  readonly title: string
  readonly text: string
  readonly to?: string
  readonly name?: string | undefined
  readonly signature?: Signature | undefined
  readonly day?: string
}

/** 一张申请书, as it is printed: the union it goes to, the text, the signature or the name, the day. */
export function Paper({ title, text, to, name, signature, day }: Props) {
  return (
    <View className="letter-paper" id="letter-paper">
      <Text className="letter-title">{title}</Text>
      {to !== undefined && <Text className="letter-to">{`${to}：`}</Text>}
      <Text className="letter-text">{text}</Text>
      {day !== undefined && (
        <View className="letter-sign">
          <Text>{`申请人：${name ?? ''}`}</Text>
          {signature === undefined ? (
            <Text className="letter-ticked">已在线勾选同意</Text>
          ) : (
            <SignatureView strokes={signature.strokes} />
          )}
          <Text>{day}</Text>
        </View>
      )}
    </View>
  )
}
