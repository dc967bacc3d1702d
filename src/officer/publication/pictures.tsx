import { useState } from 'react'
import { registry } from '../../../shared/contract/registry'
import type { UnionId } from '../../../shared/core/ids'
import { mostPictures } from '../../../shared/org/publication'
import { ListRow } from '../../components/ListRow'
import { Notice } from '../../components/Notice'
import { PaperField } from '../../components/PaperField'
import { TextAction } from '../../components/TextAction'
import { useAct } from '../../services/use-act'
import type { Draft } from './draft'

interface Props {
  readonly union: UnionId
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
}

/** 图片: one after the other is sent as soon as it is taken, since one call carries no more. */
export function Pictures({ union, draft, onChange }: Props) {
  const put = useAct(registry, 'putPicture')
  const [last, setLast] = useState<string>()
  const { pictures } = draft
  const taken = async (picture: string | undefined) => {
    setLast(picture)
    if (picture === undefined) return
    const stored = await put.run({ union, picture })
    if (!stored.ok) return
    onChange({ ...draft, pictures: [...pictures, stored.data.picture] })
    setLast(undefined)
  }
  const without = (picture: string) => onChange({ ...draft, pictures: pictures.filter((one) => one !== picture) })
  return (
    <>
      {pictures.map((picture, at) => (
        <ListRow key={picture} title={`第 ${at + 1} 张图片`} note="已经上传">
          <TextAction id={`publication-picture-${at}-none`} label="不要这张" onTap={() => without(picture)} />
        </ListRow>
      ))}
      {pictures.length < mostPictures && (
        <PaperField
          id="publication-picture"
          title={pictures.length === 0 ? '要不要配图？' : '再加一张'}
          note="盖章的决议、收支表可以拍下来；没有就直接下一步。"
          picture={last}
          busy={put.busy}
          onChange={(picture) => void taken(picture)}
        />
      )}
      {put.problem !== undefined && <Notice tone="danger">{put.problem.message}</Notice>}
    </>
  )
}
