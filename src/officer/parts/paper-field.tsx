import { Image, Text } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '../../components/Card'
import { Notice } from '../../components/Notice'
import { SideAction } from '../../components/SideAction'
import { pickPaper, type PickedPaper } from '../../services/pick-paper'
import '../../components/Field.scss'
import './parts.scss'

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
  readonly error?: string | undefined
}

/** 拍一张材料: shown as it will be kept, taken again as often as needed. */
export function PaperField({ id, title, note, picture, onChange, error }: Props) {
  const [told, setTold] = useState<string>()
  const take = async () => {
    const picked = await pickPaper()
    if (picked.kind === 'paper') onChange(picked.base64)
    setTold(picked.kind === 'paper' || picked.kind === 'cancelled' ? undefined : pickTexts[picked.kind])
  }
  return (
    <Card title={title} {...(note === undefined ? {} : { note })}>
      {picture !== undefined && (
        <Image className="paper" src={`data:image/jpeg;base64,${picture}`} mode="widthFix" ariaLabel={title} />
      )}
      <SideAction id={id} label={picture === undefined ? '拍照或选照片' : '重拍'} onTap={() => void take()} />
      {picture !== undefined && <SideAction id={`${id}-none`} label="不要这张" onTap={() => onChange(undefined)} />}
      {error !== undefined && (
        <Text className="field-error" id={`${id}-error`}>
          {error}
        </Text>
      )}
      {told !== undefined && <Notice tone="warning">{told}</Notice>}
    </Card>
  )
}
