import { View } from '@tarojs/components'
import { registry } from '../../../shared/contract/registry'
import type { RegistryPage } from '../../../shared/contract/registry-unions'
import type { UnionId } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { FactList } from '../../components/FactList'
import { ListRow } from '../../components/ListRow'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { momentText } from '../../pages/today'
import { useReloadOnReturn } from '../../pages/use-reload-on-return'
import { go } from '../../services/route'
import { useAsk } from '../../services/use-ask'
import { useUnion } from '../parts/use-office'
import { Warnings } from '../parts/warnings'
import '../parts/parts.scss'
import { Branches } from './branches'
import { Committees } from './committees'
import { Covered } from './covered'
import { Fields } from './fields'

/** 工会名录的一页: what is wrong first, then the 11 fields, both relations, committees, branches. */
export default function RegistryScreen() {
  const union = useUnion()
  const asked = useAsk(registry, 'registryPage', union === undefined ? undefined : { union })
  useReloadOnReturn(asked.reload)
  const page = asked.data
  return (
    <Screen title="工会名录" wide loading={asked.loading} problem={asked.problem} onRetry={asked.reload}>
      {union !== undefined && page !== undefined && (
        <View className="beside">
          <View className="beside-part">
            {page.status !== 'active' && <Notice tone="warning">这个工会已经撤销或合并，只能看。</Notice>}
            <Warnings warnings={page.warnings} />
            <Fields union={union} page={page} reload={asked.reload} />
            <Members page={page} />
          </View>
          <View className="beside-part">
            <Relations union={union} page={page} />
            {page.covered !== undefined && <Covered union={union} count={page.covered} />}
            <Committees union={union} page={page} reload={asked.reload} />
            <Branches union={union} page={page} reload={asked.reload} />
            <Doors union={union} page={page} />
          </View>
        </View>
      )}
    </Screen>
  )
}

interface Props {
  readonly union: UnionId
  readonly page: RegistryPage
}

/** 会员人数: declared beside derived. */
function Members({ page: { members } }: Pick<Props, 'page'>) {
  const { derived, declared, countedAt } = members
  const difference = declared === undefined ? undefined : derived - declared
  return (
    <Card
      id="registry-members"
      title="会员人数"
      note={countedAt === undefined ? '按花名册数的' : `按花名册数的，截至 ${momentText(countedAt)}`}
    >
      <FactList
        items={[
          { heading: '花名册上', text: `${derived} 人` },
          { heading: '上报的', text: declared === undefined ? '还没有报' : `${declared} 人` },
          ...(difference === undefined
            ? []
            : [
                {
                  heading: '相差',
                  text: difference === 0 ? '一致' : `${difference > 0 ? '多' : '少'} ${Math.abs(difference)} 人`,
                },
              ]),
        ]}
      />
    </Card>
  )
}

function Relations({ union, page }: Props) {
  const { line, territory, below } = page
  const [upper] = line
  return (
    <Card title="隶属" note="上级工会管工作，所在地区管属地。">
      <FactList
        items={[
          { heading: '上级工会', text: line.map(({ name }) => name).join(' › ') || '没有上级' },
          { heading: '所在地区', text: territory.map(({ name }) => name).join(' › ') },
        ]}
      />
      {page.may.register && upper?.mine === true && (
        <ListRow
          id="registry-move"
          title="变更隶属"
          note="交给别的工会领导，对方接收才生效"
          onTap={() => void go('officer/reaffiliation/index', { union: upper.union, moving: union })}
        />
      )}
      {below && (
        <ListRow
          id="registry-below"
          title="下级工会"
          note="按条、按块看"
          onTap={() => void go('officer/tree/index', { union })}
        />
      )}
    </Card>
  )
}

function Doors({ union, page: { may } }: Props) {
  return (
    <>
      {may.apply && (
        <ListRow
          id="registry-apply"
          title="向上级申请"
          note="换届、补选、撤销"
          onTap={() => void go('officer/apply/index', { union })}
        />
      )}
      <ListRow
        id="registry-history"
        title="变动记录"
        note="谁、什么时候、改了什么"
        onTap={() => void go('officer/registry-history/index', { union })}
      />
    </>
  )
}
