import { Button } from '@nutui/nutui-react-taro/dist/es/packages/button/button'
import '@nutui/nutui-react-taro/dist/es/packages/button/style/css'
import type { ActionProps } from './MainAction'
import './actions.scss'

/** 次操作: beside or below the red one. */
export function SideAction({
  label,
  onTap,
  busy = false,
  disabled = false,
  danger = false,
  id,
}: ActionProps & { readonly danger?: boolean }) {
  return (
    <Button
      className={`action action-side${danger ? ' action-danger' : ''}`}
      type="default"
      fill="outline"
      block
      loading={busy}
      disabled={disabled || busy}
      onClick={onTap}
      {...(id === undefined ? {} : { id })}
    >
      {label}
    </Button>
  )
}
