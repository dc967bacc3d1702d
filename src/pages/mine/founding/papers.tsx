import { useState } from 'react'
import { registry } from '../../../../shared/contract/registry'
import type { HandedCode } from '../../../../shared/core/ids'
import type { ApplicationPaperKind } from '../../../../shared/org/union-application'
import { Notice } from '../../../components/Notice'
import { PaperField } from '../../../components/PaperField'
import { useAct } from '../../../services/use-act'
import type { Errors, Taken } from './draft'

export const paperTitle: Readonly<Record<ApplicationPaperKind, string>> = {
  report: '建会的报告',
  resolution: '会员（代表）大会的决议',
  letter: '签好的入会申请书',
}

interface Props {
  readonly code: HandedCode
  readonly needed: readonly ApplicationPaperKind[]
  readonly taken: Taken
  readonly errors: Errors
  readonly onChange: (taken: Taken) => void
}

/** 拍材料: each is sent at once, so that nothing is lost when the last step fails. */
export function PaperParts({ code, needed, taken, errors, onChange }: Props) {
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
      {needed.map((paper) => (
        <PaperField
          key={paper}
          id={`founding-${paper}`}
          title={paperTitle[paper]}
          picture={undefined}
          kept={taken[paper] !== undefined}
          busy={busy === paper}
          onChange={(picture) => void take(paper, picture)}
          error={errors[paper]}
        />
      ))}
      {put.problem !== undefined && <Notice tone="danger">{put.problem.message}</Notice>}
    </>
  )
}
