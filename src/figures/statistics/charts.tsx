import { Text, View } from '@tarojs/components'
import { useMemo } from 'react'
import { Card } from '../../components/Card'
import { Drawing } from '../../components/Drawing'
import { Fold } from '../../components/Fold'
import { comings, trend } from '../parts/paint'
import { monthText, shortMonth, type FiguresView } from '../parts/texts'

const height = 190

/** 走势 and 增减, each with its numbers as text below it. */
export function Charts({ figures }: { readonly figures: FiguresView }) {
  const { months, month, total, flows } = figures
  const all = useMemo(() => [...months, { month, figures: total, flows }], [months, month, total, flows])
  const line = useMemo(
    () => trend(all.map((one) => ({ label: shortMonth(one.month), value: one.figures.members }))),
    [all],
  )
  const bars = useMemo(
    () => comings(all.map((one) => ({ label: shortMonth(one.month), came: one.flows.came, went: one.flows.went }))),
    [all],
  )
  if (all.length < 2) return <Card title="走势" note="过完这个月，才有两个月可以比。" />
  return (
    <View className="figures-wide">
      <Card id="chart-members" title="会员走势">
        <Drawing id="trend" height={height} paint={line} label={`会员人数 ${all.length} 个月的走势，数字在下面`} />
        <Fold summary="每月人数">
          {all.map((one) => (
            <View key={one.month} className="figures-line">
              <Text>{monthText(one.month)}</Text>
              <Text>{`${one.figures.members} 人`}</Text>
            </View>
          ))}
        </Fold>
      </Card>
      <Card id="chart-flows" title="每月增减" note="红色向上是增加，灰色向下是减少">
        <Drawing id="comings" height={height} paint={bars} label={`${all.length} 个月的增减，数字在下面`} />
        <Fold summary="每月增减">
          {all.map((one) => (
            <View key={one.month} className="figures-line">
              <Text>{monthText(one.month)}</Text>
              <Text>{`增 ${one.flows.came}，减 ${one.flows.went}`}</Text>
            </View>
          ))}
        </Fold>
      </Card>
    </View>
  )
}
