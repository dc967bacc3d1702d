import { Button } from '@nutui/nutui-react-taro/dist/es/packages/button/button'
import '@nutui/nutui-react-taro/dist/es/packages/button/style/css'
import './actions.scss'

export interface ActionProps {
  readonly label: string
  readonly onTap: () => void
  readonly busy?: boolean
  readonly disabled?: boolean
  readonly id?: string
}

/** 主操作: the one red act of a page. */
export function MainAction({ label, onTap, busy = false, disabled = false, id }: ActionProps) {
  return (
    <Button
      className="action action-main"
      type="primary"
      fill="solid"
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
