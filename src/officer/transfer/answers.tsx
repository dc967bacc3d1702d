import { View } from '@tarojs/components'
import { useState } from 'react'
import { membership } from '../../../shared/contract/membership'
import type { UnionId } from '../../../shared/core/ids'
import { awaitsSettling } from '../../../shared/membership/transfer'
import { Confirm } from '../../components/Confirm'
import { MainAction } from '../../components/MainAction'
import { SideAction } from '../../components/SideAction'
import { useAct } from '../../services/use-act'
import { Refused } from '../parts/refused'
import { Dispute } from './dispute'
import { Settle } from './settle'
import type { Transfer } from './view'

interface Props {
  readonly view: Transfer
  readonly union: UnionId
  readonly reload: () => void
}

/** 本会要说的: nothing where it has said it. */
export function Answers({ view, union, reload }: Props) {
  const { acts, leaving, receiving, state } = view
  if (state !== 'open') return null
  const props = { view, union, reload }
  return (
    <View className="decide">
      {acts.settling && awaitsSettling(view) && <Settle {...props} />}
      {acts.receiving && (receiving === 'waiting' || receiving === 'disputed') && <Receiving {...props} />}
      {acts.leaving && leaving !== 'released' && <Leaving {...props} />}
    </View>
  )
}

function Receiving({ view, union, reload }: Props) {
  const accept = useAct(membership, 'acceptTransfer')
  const [disputing, setDisputing] = useState(false)
  const { name } = view.member
  if (disputing)
    return <Dispute side="receiving" view={view} union={union} reload={reload} onBack={() => setDisputing(false)} />
  const run = async () => {
    if ((await accept.run({ union, transfer: view.transfer, seen: view.revision })).ok) reload()
  }
  return (
    <>
      <Refused problem={accept.problem} reload={reload} />
      <MainAction
        id="transfer-accept"
        label={`${name}在本单位工作，接收`}
        busy={accept.busy}
        onTap={() => void run()}
      />
      {view.receiving === 'waiting' && (
        <SideAction id="transfer-not-here" label="不在本单位工作" danger onTap={() => setDisputing(true)} />
      )}
    </>
  )
}

function Leaving({ view, union, reload }: Props) {
  const release = useAct(membership, 'releaseTransfer')
  const [asking, setAsking] = useState(false)
  const [disputing, setDisputing] = useState(false)
  if (disputing)
    return <Dispute side="leaving" view={view} union={union} reload={reload} onBack={() => setDisputing(false)} />
  const disputed = view.leaving === 'disputed'
  const run = async () => {
    const done = await release.run({ union, transfer: view.transfer, seen: view.revision })
    setAsking(false)
    if (done.ok) reload()
  }
  return (
    <>
      <Refused problem={release.problem} reload={reload} />
      <MainAction
        id="transfer-release"
        label={disputed ? '弄清楚了，放行' : '知道了，现在就放行'}
        busy={release.busy}
        onTap={() => setAsking(true)}
      />
      {!disputed && <SideAction id="transfer-error" label="和事实不符" danger onTap={() => setDisputing(true)} />}
      <Confirm
        open={asking}
        title={`放行${view.member.name}？`}
        text={`不等通知期满。新工会确认后，会籍就转到${view.to?.name ?? '上级工会定下的工会'}，不能收回。`}
        confirmLabel={`放行${view.member.name}`}
        busy={release.busy}
        onConfirm={() => void run()}
        onCancel={() => setAsking(false)}
      />
    </>
  )
}
