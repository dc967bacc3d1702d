import { useState } from 'react'
import { registry } from '../../../shared/contract/registry'
import type { PolicyRow } from '../../../shared/contract/registry-policies'
import type { UnionId } from '../../../shared/core/ids'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { useUnion } from '../../officer/parts/use-office'
import { useAsk } from '../../services/use-ask'
import { Lists } from './lists'
import { Proposal } from './proposal'
import { Proposing } from './proposing'

/** 规定管理: what is open, what may be proposed, what was decided. */
export default function PolicyDeskPage() {
  const union = useUnion()
  return union === undefined ? <Screen title="规定管理" loading /> : <DeskOf union={union} />
}

function DeskOf({ union }: { readonly union: UnionId }) {
  const desk = useAsk(registry, 'policyDesk', { union })
  const held = useAsk(registry, 'policies', desk.data === undefined ? undefined : { region: desk.data.region })
  const [rule, setRule] = useState<PolicyRow>()
  const [opened, setOpened] = useState<string>()
  const [told, setTold] = useState<string>()
  const close = () => {
    setRule(undefined)
    setOpened(undefined)
  }
  const reload = () => {
    desk.reload()
    held.reload()
  }
  const done = (text: string) => {
    close()
    setTold(text)
    reload()
  }
  const proposal = desk.data?.proposed.find(({ provision, state }) => provision === opened && state === 'proposed')
  if (desk.data !== undefined && rule !== undefined)
    return (
      <Proposing
        union={union}
        row={rule}
        earliest={desk.data.earliest}
        onProposed={() => done('已经提出，请另一位干部公布。')}
        onCancel={close}
      />
    )
  if (desk.data !== undefined && proposal !== undefined)
    return (
      <Proposal
        union={union}
        proposal={proposal}
        earliest={desk.data.earliest}
        onDone={done}
        onReload={reload}
        onBack={close}
      />
    )
  return (
    <Screen
      title="规定管理"
      loading={desk.loading || held.loading}
      problem={desk.problem ?? held.problem}
      onRetry={reload}
    >
      {told !== undefined && <Notice tone="success">{told}</Notice>}
      {desk.data !== undefined && held.data !== undefined && (
        <Lists desk={desk.data} rows={held.data.rows} onRule={setRule} onProposal={setOpened} />
      )}
    </Screen>
  )
}
