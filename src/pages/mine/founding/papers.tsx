import { useState } from 'react'
import { registry } from '../../../../shared/contract/registry'
import type { FileId, HandedCode } from '../../../../shared/core/ids'
import type { ApplicationPaperKind } from '../../../../shared/org/union-application'
import { Notice } from '../../../components/Notice'
import { PaperField } from '../../../components/PaperField'
import { useAct } from '../../../services/use-act'

/** What was photographed and sent. */
export type Taken = Readonly<Partial<Record<ApplicationPaperKind, FileId>>>

const titles: Readonly<Record<ApplicationPaperKind, string>> = {
  report: '建会的报告',
  resolution: '会员（代表）大会的决议',
  letter: '签好的入会申请书',
}

/** What goes with the application; undefined while something is missing. */
export function papersOf(taken: Taken, letter: boolean): { paper: ApplicationPaperKind; file: FileId }[] | undefined {
  const needed = neededOf(letter)
  const papers = needed.flatMap((paper) => {
    const file = taken[paper]
    return file === undefined ? [] : [{ paper, file }]
  })
  return papers.length === needed.length ? papers : undefined
}

const neededOf = (letter: boolean): readonly ApplicationPaperKind[] =>
  letter ? ['report', 'resolution', 'letter'] : ['report', 'resolution']

interface Props {
  readonly code: HandedCode
  readonly taken: Taken
  readonly onChange: (taken: Taken) => void
  readonly letter: boolean
}

/** 拍材料: each is sent at once, so that nothing is lost when the last step fails. */
export function PaperParts({ code, taken, onChange, letter }: Props) {
  const put = useAct(registry, 'putFoundingPaper')
  const [busy, setBusy] = useState<ApplicationPaperKind>()
  const take = async (paper: ApplicationPaperKind, picture: string | undefined) => {
    const { [paper]: _, ...others } = taken
    if (picture === undefined) return onChange(others)
    setBusy(paper)
    const done = await put.run({ code, picture })
    setBusy(undefined)
    if (done.ok) onChange({ ...others, [paper]: done.data.file })
  }
  return (
    <>
      {neededOf(letter).map((paper) => (
        <PaperField
          key={paper}
          id={`founding-${paper}`}
          title={titles[paper]}
          picture={undefined}
          kept={taken[paper] !== undefined}
          busy={busy === paper}
          onChange={(picture) => void take(paper, picture)}
        />
      ))}
      {put.problem !== undefined && <Notice tone="danger">{put.problem.message}</Notice>}
    </>
  )
}
