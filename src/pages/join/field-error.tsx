import { Text } from '@tarojs/components'
import type { Flow } from './flow'

interface Props {
  readonly flow: Flow
  /** Head of the server's field names, `situation` for example. */
  readonly field: string
  /** What is missing on this page, shown once 下一步 was tried. */
  readonly missing?: string | undefined
}

/** 这一页的错: under the answer that it means. */
export function FieldError({ flow, field, missing }: Props) {
  const refused = Object.entries(flow.refusals).find(([name]) => name.split('.')[0] === field)?.[1]
  const text = refused ?? (flow.tried ? missing : undefined)
  return text === undefined ? null : (
    <Text id={`join-${field}-error`} className="join-error">
      {text}
    </Text>
  )
}
