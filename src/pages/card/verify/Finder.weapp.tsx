import Taro from '@tarojs/taro'
import { MainAction } from '../../../components/MainAction'
import type { FinderProps } from './finding'

/** 找码, by WeChat’s own scanner: camera or album. */
export function Finder({ label, onLook, onText, onNoCode }: FinderProps) {
  const scan = async () => {
    try {
      const { result } = await Taro.scanCode({ scanType: ['qrCode'] })
      onLook()
      onText(result)
    } catch (refusal) {
      const said = JSON.stringify(refusal)
      if (!/cancel/.test(said)) onNoCode(/auth|deny/.test(said) ? 'denied' : 'no-code')
    }
  }
  return <MainAction id="verify-scan" label={label} onTap={() => void scan()} />
}
