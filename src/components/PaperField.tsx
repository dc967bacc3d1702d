import { Image, Text } from '@tarojs/components'
import { useState } from 'react'
import { pickPaper, type PickedPaper } from '../services/pick-paper'
import { Card } from './Card'
import { Notice } from './Notice'
import { SideAction } from './SideAction'
import './Field.scss'
import './PaperField.scss'

const pickTexts: Readonly<Record<Exclude<PickedPaper['kind'], 'paper' | 'cancelled'>, string>> = {
  denied: '没有相机或相册的权限，请在设置里允许后再拍。',
  'too-large': '这张照片太大，请离近一点、只拍一页。',
  failed: '没有读到照片，请再拍一次。',
}

interface Props {
  readonly id: string
  readonly title: string
  readonly note?: string
  /** In base64, kept in the page until the whole is sent. */
  readonly picture: string | undefined
  readonly onChange: (picture: string | undefined) => void
  /** Taken before and sent already, so that it is not at hand to be shown. */
  readonly kept?: boolean
  readonly busy?: boolean
  readonly error?: string | undefined
}

/** 拍一张材料: shown as it will be kept, taken again as often as needed. */
export function PaperField({ id, title, note, picture, onChange, kept = false, busy = false, error }: Props) {
  const [told, setTold] = useState<string>()
  const take = async () => {
    const picked = await pickPaper()
    if (picked.kind === 'paper') onChange(picked.base64)
    setTold(picked.kind === 'paper' || picked.kind === 'cancelled' ? undefined : pickTexts[picked.kind])
  }
  const taken = picture !== undefined || kept
  return (
    <Card title={title} {...(note === undefined ? {} : { note })}>
      {picture !== undefined && (
        <Image className="paper" src={`data:image/jpeg;base64,${picture}`} mode="widthFix" ariaLabel={title} />
      )}
      {kept && picture === undefined && <Notice tone="success">照片已经交了，看不清的可以重拍。</Notice>}
      <SideAction id={id} label={taken ? '重拍' : '拍照或选照片'} busy={busy} onTap={() => void take()} />
      {taken && <SideAction id={`${id}-none`} label="不要这张" onTap={() => onChange(undefined)} />}
      {error !== undefined && (
        <Text className="field-error" id={`${id}-error`}>
          {error}
        </Text>
      )}
      {told !== undefined && <Notice tone="warning">{told}</Notice>}
    </Card>
  )
}
