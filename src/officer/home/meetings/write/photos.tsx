import { useState } from 'react'
import { home } from '../../../../../shared/contract/home'
import { mostPapers } from '../../../../../shared/home/meetings/facts'
import { ListRow } from '../../../../components/ListRow'
import { Notice } from '../../../../components/Notice'
import { PaperField } from '../../../../components/PaperField'
import { TextAction } from '../../../../components/TextAction'
import { useAct } from '../../../../services/use-act'
import type { QuestionProps } from './question-props'

/** 照片: one after the other is sent as soon as it is taken, since one call carries no more. */
export function Photos({ union, draft, errors, onChange }: QuestionProps) {
  const put = useAct(home, 'putMeetingPaper')
  const [last, setLast] = useState<string>()
  const { papers } = draft
  const taken = async (picture: string | undefined) => {
    setLast(picture)
    if (picture === undefined) return
    const stored = await put.run({ union, picture })
    if (!stored.ok) return
    onChange({ ...draft, papers: [...papers, stored.data.picture] })
    setLast(undefined)
  }
  return (
    <>
      {papers.map((paper, at) => (
        <ListRow key={paper} title={`第 ${at + 1} 张照片`} note="已经上传">
          <TextAction
            id={`meeting-photo-${at}-none`}
            label="不要这张"
            onTap={() => onChange({ ...draft, papers: papers.filter((one) => one !== paper) })}
          />
        </ListRow>
      ))}
      {papers.length < mostPapers && (
        <PaperField
          id="meeting-photo"
          title={papers.length === 0 ? '要不要拍照片？' : '再加一张'}
          note="签到表、盖章的决议、会场可以拍下来；没有就直接下一步。照片不代替纸质档案。"
          picture={last}
          busy={put.busy}
          error={errors['papers']}
          onChange={(picture) => void taken(picture)}
        />
      )}
      {put.problem !== undefined && <Notice tone="danger">{put.problem.message}</Notice>}
    </>
  )
}
