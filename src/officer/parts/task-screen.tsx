import type { ReactNode } from 'react'
import { Empty } from '../../components/Empty'
import { Screen } from '../../components/Screen'
import type { Problem } from '../../services/problem'
import { back } from '../../services/route'

interface Props {
  readonly title: string
  /** Still to be done, as far as the server knows. */
  readonly open: boolean | undefined
  readonly loading: boolean
  readonly problem: Problem | undefined
  readonly onRetry: () => void
  /** What was just done, in a sentence. */
  readonly done: string | undefined
  readonly footer?: ReactNode
  /** A desk page: what is decided stands beside what is read. */
  readonly wide?: boolean
  readonly children?: ReactNode
}

/** 一件待办: what it is, or that it is done. */
export function TaskScreen({ title, open, loading, problem, onRetry, done, footer, wide = false, children }: Props) {
  const over = done ?? (open === false ? '已经有人办过了。' : undefined)
  if (over !== undefined)
    return (
      <Screen title={title}>
        <Empty title="办完了" note={over} action={{ id: 'task-done', label: '返回', onTap: () => void back() }} />
      </Screen>
    )
  return (
    <Screen title={title} loading={loading} problem={problem} onRetry={onRetry} footer={footer} wide={wide}>
      {children}
    </Screen>
  )
}
