import { useState } from 'react'
import type { z } from 'zod'
import { membership } from '../../../../shared/contract/membership'
import type { TransferRoute } from '../../../../shared/contract/membership-transfer'
import type { UnionLabel } from '../../../../shared/contract/membership-views'
import type { Situation } from '../../../../shared/membership/joining'
import { Card } from '../../../components/Card'
import { FactList } from '../../../components/FactList'
import { ListRow } from '../../../components/ListRow'
import { MainAction } from '../../../components/MainAction'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { TextAction } from '../../../components/TextAction'
import { goHome } from '../../../services/route'
import { useAct } from '../../../services/use-act'
import { StepScreen, type StepProps } from '../../join/step-screen'

/** What the member said of their work. */
export interface Told {
  readonly situation: Situation
  readonly retired: boolean
}

interface Props extends StepProps {
  readonly told: Told
  readonly stays: NonNullable<z.output<typeof TransferRoute>['stays']>
  readonly unionName: string
  /** Unions that would do as well. */
  readonly others: readonly UnionLabel[]
  readonly onTake: (union: UnionLabel) => void
  readonly onObject?: () => void
}

/** 换了单位，还在本会: nothing moves and nobody has to approve; one tap records the new workplace. */
export function Staying({ told, stays, unionName, others, onTake, onObject, ...props }: Props) {
  const change = useAct(membership, 'changeWorkplace')
  const [done, setDone] = useState(false)
  const run = async () => {
    if ((await change.run(told)).ok) setDone(true)
  }
  const unitName = stays.unitName === '' ? '没有固定单位' : stays.unitName
  if (done)
    return (
      <Screen title="单位改好了" footer={<MainAction id="workplace-home" label="回首页" onTap={() => void goHome()} />}>
        <Notice tone="success" title="单位改好了">
          {`您的工作单位现在是：${unitName}。您还是${unionName}的会员，会员号和入会时间不变。`}
        </Notice>
      </Screen>
    )
  return (
    <StepScreen
      {...props}
      eyebrow="不用转会，您还是在"
      title={unionName}
      nextLabel="把单位改成这个"
      busy={change.busy}
      onNext={() => void run()}
    >
      {change.problem !== undefined && <Notice tone="danger">{change.problem.message}</Notice>}
      <Card title="工作单位改成">
        <FactList
          items={[
            { heading: '现在的单位', text: unitName },
            ...(stays.earlierUnitName === '' ? [] : [{ heading: '登记的单位', text: stays.earlierUnitName }]),
          ]}
        />
      </Card>
      <Notice tone="info">马上改好，不用等批准。工会会看到，和事实不符会告诉您。</Notice>
      {others.map((label) => (
        <ListRow
          key={label.union}
          id={`transfer-take-${label.union}`}
          title={label.name}
          aside="改转到这个"
          onTap={() => onTake(label)}
        />
      ))}
      {onObject !== undefined && <TextAction id="transfer-object" label="这不对，我要说明" onTap={onObject} />}
    </StepScreen>
  )
}
