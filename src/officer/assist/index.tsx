import { View } from '@tarojs/components'
import type { z } from 'zod'
import { membership } from '../../../shared/contract/membership'
import type { UnionId } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { FactList } from '../../components/FactList'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { go, useParams } from '../../services/route'
import { useAct } from '../../services/use-act'
import { useAsk } from '../../services/use-ask'
import { useOffice, useUnion } from '../parts/use-office'
import '../parts/parts.scss'

type FoundingTask = z.output<typeof membership.procedures.foundingTask.output>

/** 建会提醒: a unit that should have a union, or a joint union that has grown too large, with the numbers behind it. */
export default function AssistPage() {
  const union = useUnion()
  const task = useParams()['task']
  const found = useAsk(
    membership,
    'foundingTask',
    union === undefined || task === undefined ? undefined : { union, task },
  )
  return (
    <Screen title="建会提醒" loading={found.loading} problem={found.problem} onRetry={found.reload}>
      {found.data !== undefined && union !== undefined && task !== undefined && (
        <Task union={union} task={task} data={found.data} reload={found.reload} />
      )}
    </Screen>
  )
}

interface Props {
  readonly union: UnionId
  readonly task: string
  readonly data: FoundingTask
  readonly reload: () => void
}

const explains: Readonly<Record<FoundingTask['kind'], string>> = {
  'own-committee': '这家单位的会员够数了，应当单独建立基层工会委员会（《工会法》第十一条）。',
  'joint-too-many': '这个联合工会覆盖的单位超过了上限，请把一部分单位分出去，另建一个联合工会。',
  'assist-founding': '这家单位已经有会员，但还没有工会，列入“应建未建”。请上门指导建会（《工会法》第十二条）。',
}

function Task({ union, task, data, reload }: Props) {
  const settle = useAct(membership, 'settleFoundingTask')
  const { office } = useOffice()
  const { kind, name, place, unit, count, threshold, staff, settled } = data
  const close = async (verdict: 'done' | 'drop') => {
    if ((await settle.run({ union, task, verdict })).ok) reload()
  }
  const mayFound = office?.union === union && office.rights.includes('found') && office.leads
  return (
    <View className="detail">
      <Card title={name} note={place}>
        <FactList
          items={[
            {
              heading: kind === 'joint-too-many' ? '覆盖单位' : '会员',
              text:
                threshold === undefined
                  ? `${count} 人`
                  : kind === 'joint-too-many'
                    ? `${count} 家，上限 ${threshold} 家`
                    : `${count} 人，满 ${threshold} 人应当单独建`,
            },
            ...(staff === undefined ? [] : [{ heading: '职工', text: `${staff} 人` }]),
          ]}
        />
      </Card>
      <Notice tone="info">{explains[kind]}</Notice>
      {settled ? (
        <Notice tone="success">这件事已经办完了。</Notice>
      ) : (
        <>
          {settle.problem !== undefined && <Notice tone="danger">{settle.problem.message}</Notice>}
          {mayFound && unit !== undefined && (
            <MainAction
              id="assist-found"
              label="给它建会"
              onTap={() => void go('officer/found/index', { union, unit })}
            />
          )}
          <SideAction id="assist-done" label="已经指导过，办结" busy={settle.busy} onTap={() => void close('done')} />
          <SideAction id="assist-drop" label="不用建了（单位已搬走、注销）" onTap={() => void close('drop')} />
        </>
      )}
    </View>
  )
}
