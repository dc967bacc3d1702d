import { Text, View } from '@tarojs/components'
import { Popup } from '@nutui/nutui-react-taro/dist/es/packages/popup/popup'
import '@nutui/nutui-react-taro/dist/es/packages/popup/style/css'
import '@nutui/nutui-react-taro/dist/es/packages/overlay/style/css'
import { useLargeType } from '../services/large-type'
import { MainAction } from './MainAction'
import { SideAction } from './SideAction'
import './Confirm.scss'

export interface ConfirmProps {
  readonly open: boolean
  readonly title: string
  readonly text: string
  /** Names what is done, and to whom: 撤回申请, 不同意张*的申请. */
  readonly confirmLabel: string
  readonly danger?: boolean
  readonly onConfirm: () => void
  readonly onCancel: () => void
  readonly busy?: boolean
}

/** 确认: what cannot be undone is asked once more. */
export function Confirm({ open, title, text, confirmLabel, onConfirm, onCancel, busy = false }: ConfirmProps) {
  const { large } = useLargeType()
  return (
    <Popup visible={open} position="bottom" round destroyOnClose onClose={onCancel} closeOnOverlayClick={!busy}>
      <View className={`confirm${large ? ' large' : ''}`} id="confirm">
        <Text className="confirm-title">{title}</Text>
        <Text className="confirm-text">{text}</Text>
        <MainAction id="confirm-yes" label={confirmLabel} onTap={onConfirm} busy={busy} />
        <SideAction id="confirm-no" label="先不" onTap={onCancel} disabled={busy} />
      </View>
    </Popup>
  )
}
