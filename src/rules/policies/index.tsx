import { Text, View } from '@tarojs/components'
import { registry } from '../../../shared/contract/registry'
import type { PolicyRow } from '../../../shared/contract/registry-policies'
import { RegionId } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { Empty } from '../../components/Empty'
import { Screen } from '../../components/Screen'
import { fullDayText } from '../../pages/today'
import { goHome, useParams } from '../../services/route'
import { useAsk } from '../../services/use-ask'
import { valueText } from '../parts/value-text'
import { policyGroups, policyWords } from '../parts/words'
import './index.scss'

/** 本地规定: what holds here, since when, and where it is written. For everybody. */
export default function PoliciesPage() {
  const region = RegionId.safeParse(useParams().region)
  const asked = useAsk(registry, 'policies', region.success ? { region: region.data } : undefined)
  const rows = asked.data?.rows
  return (
    <Screen title="本地规定" loading={asked.loading} problem={asked.problem} onRetry={asked.reload}>
      {!region.success && (
        <Empty
          title="不知道是哪里"
          note="请从工会的页面进来。"
          action={{ label: '回首页', onTap: () => void goHome() }}
        />
      )}
      {rows !== undefined && (
        <View className="policies">
          <Text className="policies-place">{asked.data?.place}</Text>
          {policyGroups.map(({ title, keys }) => (
            <Card key={title} title={title}>
              {keys
                .flatMap((key) => rows.filter((row) => row.key === key))
                .map((row) => (
                  <Rule key={row.key} row={row} />
                ))}
            </Card>
          ))}
        </View>
      )}
    </Screen>
  )
}

function Rule({ row }: { readonly row: PolicyRow }) {
  const { key, value, effectiveFrom, place, document, clause, coming } = row
  return (
    <View className="policies-rule" id={`rule-${key}`}>
      <Text className="policies-label">{policyWords[key].label}</Text>
      <Text className="policies-value">{valueText(key, value)}</Text>
      <Text className="policies-source">{`${place} · ${document} ${clause} · ${fullDayText(effectiveFrom)}起`}</Text>
      {coming.map((next) => (
        <Text key={next.effectiveFrom} className="policies-coming">
          {`${fullDayText(next.effectiveFrom)}起：${valueText(key, next.value)}（${next.clause}）`}
        </Text>
      ))}
    </View>
  )
}
