import { Image } from '@tarojs/components'
import { useState } from 'react'
import { registry } from '../../../shared/contract/registry'
import type { UnionApplicationView } from '../../../shared/contract/registry-applications'
import type { UnionId } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { Notice } from '../../components/Notice'
import { SideAction } from '../../components/SideAction'
import { useAsk } from '../../services/use-ask'

const paperName = { report: '报告', resolution: '决议', letter: '入会申请书' } as const

interface Props {
  readonly union: UnionId
  readonly view: UnionApplicationView
}

/** 材料: each comes when it is opened. */
export function PaperPictures({ union, view }: Props) {
  return (
    <>
      {view.papers.map((paper) => (
        <Paper key={paper.file} union={union} view={view} paper={paper} />
      ))}
    </>
  )
}

function Paper({
  union,
  view: { application },
  paper: { paper, file },
}: Props & { readonly paper: UnionApplicationView['papers'][number] }) {
  const [open, setOpen] = useState(false)
  const asked = useAsk(registry, 'unionApplicationPaper', open ? { union, application, file } : undefined)
  return (
    <Card title={paperName[paper]}>
      {asked.data === undefined ? (
        <SideAction id={`paper-${paper}`} label="看一看" busy={asked.loading} onTap={() => setOpen(true)} />
      ) : (
        <Image className="paper" src={asked.data.picture} mode="widthFix" ariaLabel={paperName[paper]} />
      )}
      {asked.problem !== undefined && <Notice tone="danger">{asked.problem.message}</Notice>}
    </Card>
  )
}
