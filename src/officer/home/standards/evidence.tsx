import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { home } from '../../../../shared/contract/home'
import type { FileId, UnionId } from '../../../../shared/core/ids'
import { Notice } from '../../../components/Notice'
import { SideAction } from '../../../components/SideAction'
import { useAsk } from '../../../services/use-ask'
import { answerText, type Question } from './texts'

interface Props {
  readonly union: UnionId
  readonly year: number
  readonly question: Question
  /** What stands above it anyway is not said twice. */
  readonly besides: string
}

/** 工会怎么回答的, with its photographs as they are opened. */
export function Said({ union, year, question, besides }: Props) {
  const { answer, text } = question
  return (
    <>
      <Notice tone="info" {...(text === besides ? {} : { title: text })}>
        {answerText(question)}
      </Notice>
      {answer?.kind === 'photos' &&
        answer.photos.map((file, at) => <Photo key={file} union={union} year={year} file={file} number={at + 1} />)}
    </>
  )
}

interface PhotoProps extends Pick<Props, 'union' | 'year'> {
  readonly file: FileId
  readonly number: number
}

function Photo({ union, year, file, number }: PhotoProps) {
  const [open, setOpen] = useState(false)
  const asked = useAsk(home, 'evidence', open ? { union, year, file } : undefined)
  return (
    <>
      {asked.data === undefined ? (
        <SideAction
          id={`photo-${file}`}
          label={`看第 ${number} 张照片`}
          busy={asked.loading}
          onTap={() => (asked.problem === undefined ? setOpen(true) : asked.reload())}
        />
      ) : (
        <>
          <Image className="paper" src={asked.data.picture} mode="widthFix" ariaLabel={`第 ${number} 张照片`} />
          {asked.data.sentBy !== undefined && <View className="detail-note">{`${asked.data.sentBy}拍的`}</View>}
        </>
      )}
      {asked.problem !== undefined && <Notice tone="danger">{asked.problem.message}</Notice>}
    </>
  )
}
