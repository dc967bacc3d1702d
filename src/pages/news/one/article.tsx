import { Image, Text } from '@tarojs/components'
import { registry } from '../../../../shared/contract/registry'
import type { FileId, PublicationId } from '../../../../shared/core/ids'
import { Card } from '../../../components/Card'
import { useAsk } from '../../../services/use-ask'
import './index.scss'

interface Props {
  readonly publication: PublicationId
  readonly title: string
  readonly note: string
  readonly text: string
  readonly pictures: readonly FileId[]
}

/** 标题、内容、图片. */
export function Article({ publication, title, note, text, pictures }: Props) {
  return (
    <Card title={title} note={note}>
      <Text className="news-text" selectable userSelect>
        {text}
      </Text>
      {pictures.map((picture, at) => (
        <Picture key={picture} publication={publication} picture={picture} label={`第 ${at + 1} 张图片`} />
      ))}
    </Card>
  )
}

interface PictureProps {
  readonly publication: PublicationId
  readonly picture: FileId
  readonly label: string
}

function Picture({ publication, picture, label }: PictureProps) {
  const { data, problem } = useAsk(registry, 'publicationPicture', { publication, picture })
  if (problem !== undefined) return <Text className="news-lost">{`${label}没有读到，请重新打开这一页。`}</Text>
  return data === undefined ? null : (
    <Image className="news-picture" src={data.picture} mode="widthFix" ariaLabel={label} />
  )
}
