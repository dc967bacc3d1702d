import { View } from '@tarojs/components'
import { useState } from 'react'
import { registry } from '../../../shared/contract/registry'
import type { FileId, UnionId } from '../../../shared/core/ids'
import type { PaperKind } from '../../../shared/membership/union-event'
import { Card } from '../../components/Card'
import { Notice } from '../../components/Notice'
import { SideAction } from '../../components/SideAction'
import { pickPaper, type PickedPaper } from '../../services/pick-paper'
import { useAct } from '../../services/use-act'
import { paperName } from './event-texts'

export type Papers = Readonly<Partial<Record<PaperKind, FileId>>>

export function papersIn(papers: Papers): { paper: PaperKind; file: FileId }[] {
  return (['report', 'resolution', 'reply'] as const).flatMap((paper) => {
    const file = papers[paper]
    return file === undefined ? [] : [{ paper, file }]
  })
}

const pickTexts: Readonly<Record<Exclude<PickedPaper['kind'], 'paper' | 'cancelled'>, string>> = {
  denied: '没有相机或相册的权限，请在设置里允许后再拍。',
  'too-large': '这张照片太大，请离近一点、只拍一页。',
  failed: '没有读到照片，请再拍一次。',
}

interface Props {
  readonly union: UnionId
  readonly needed: readonly PaperKind[]
  readonly papers: Papers
  readonly onChange: (papers: Papers) => void
  readonly error?: string | undefined
}

/** 拍材料: one picture each, sent at once, so that nothing is lost when the last step fails. */
export function PaperFields({ union, needed, papers, onChange, error }: Props) {
  const put = useAct(registry, 'putPaper')
  const [busy, setBusy] = useState<PaperKind>()
  const [told, setTold] = useState<string>()
  const take = async (paper: PaperKind) => {
    setTold(undefined)
    const picked = await pickPaper()
    if (picked.kind === 'cancelled') return
    if (picked.kind !== 'paper') return setTold(pickTexts[picked.kind])
    setBusy(paper)
    const done = await put.run({ union, picture: picked.base64 })
    setBusy(undefined)
    if (done.ok) onChange({ ...papers, [paper]: done.data.file })
  }
  return (
    <View className="detail">
      {needed.map((paper) => (
        <Card
          key={paper}
          title={paperName[paper]}
          note={papers[paper] === undefined ? '还没有拍' : '已经拍好'}
          tone={papers[paper] === undefined ? 'plain' : 'success'}
        >
          <SideAction
            id={`paper-${paper}`}
            label={papers[paper] === undefined ? `拍${paperName[paper]}` : '重拍'}
            busy={busy === paper}
            onTap={() => void take(paper)}
          />
        </Card>
      ))}
      {error !== undefined && <Notice tone="danger">{error}</Notice>}
      {told !== undefined && <Notice tone="warning">{told}</Notice>}
      {put.problem !== undefined && <Notice tone="danger">{put.problem.message}</Notice>}
    </View>
  )
}
