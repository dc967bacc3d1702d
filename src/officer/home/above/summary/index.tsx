import { Text, View } from '@tarojs/components'
import { useCallback, useEffect } from 'react'
import { home } from '../../../../../shared/contract/home'
import { targetReached, toldIn } from '../../../../../shared/home/above/sums'
import { Notice } from '../../../../components/Notice'
import { PrintAction } from '../../../../components/PrintAction'
import { Screen } from '../../../../components/Screen'
import { useUnion } from '../../../parts/use-office'
import { fullDayText, today } from '../../../../pages/today'
import { ask } from '../../../../services/api'
import { useAsk } from '../../../../services/use-ask'
import { usePages } from '../../../../services/use-pages'
import { clauseOf, measureOf, noteOf, missingText, shareText, standardName, type Below, type Row } from '../texts'
import '../above.scss'

const weakest = 10

/** 汇总, as it is printed: the whole, each union below, the ten weakest items. */
export default function HomeSummaryPage() {
  const union = useUnion()
  const asked = useAsk(home, 'homeBelow', union === undefined ? undefined : { union })
  const fetch = useCallback(
    (cursor: string | undefined) =>
      ask(home, 'homeRowsBelow', { union: union ?? '', ...(cursor === undefined ? {} : { cursor }) }),
    [union],
  )
  const pages = usePages({ fetch: union === undefined ? undefined : fetch, idOf: (row: Row) => row.union })
  const told = asked.data?.items.filter((item) => toldIn(item) > 0) ?? []
  const { more, problem } = pages
  const complete = asked.data !== undefined && pages.loaded && !pages.loading && !pages.hasMore && problem === undefined
  useEffect(() => {
    if (problem === undefined) more()
  }, [more, problem])
  return (
    <Screen
      title="建家情况汇总"
      wide
      loading={asked.loading}
      problem={asked.problem ?? problem}
      onRetry={() => {
        asked.reload()
        pages.reload()
      }}
      footer={complete ? <PrintAction /> : undefined}
    >
      {!complete && problem === undefined && <Notice tone="warning">正在列全，列完就可以打印。</Notice>}
      {asked.data !== undefined && (
        <View className="home-paper" id="home-paper">
          <Text className="home-paper-title">{`${asked.data.name}职工之家建设情况`}</Text>
          <Whole below={asked.data} />
          {pages.rows.length > 0 && <Text className="home-paper-part">二、下级工会</Text>}
          {pages.rows.map((row) => {
            const { met, of } = measureOf(row)
            return <Line key={row.union} name={`${row.name}（${noteOf(row)}）`} number={shareText(met, of)} />
          })}
          {told.length > 0 && <Text className="home-paper-part">三、最弱的条目</Text>}
          {told.slice(0, weakest).map((item) => (
            <Line
              key={item.item}
              name={`${item.text}（${clauseOf(item)}）`}
              number={`${item.met} / ${toldIn(item)} 家${item.open > 0 ? `，没评 ${item.open} 家` : ''}`}
            />
          ))}
          <Text className="home-note">{`${fullDayText(today())}。达标：适用的条目都评了，都做到。`}</Text>
        </View>
      )}
    </Screen>
  )
}

function Whole({ below }: { readonly below: Below }) {
  const { unions, reached, target, targetSource, assessed, passed, standards } = below
  const met = targetReached(reached, target)
  return (
    <>
      <Text className="home-paper-part">一、总体</Text>
      <Line name="下面的工会" number={`${unions} 家`} />
      <Line name={`达标（${shareText(reached.met, reached.of)}）`} number={`${reached.met} / ${reached.of} 家`} />
      {met !== undefined && (
        <Line name={`目标 ${target}% 以上（${targetSource}）`} number={met ? '达到' : missingText(reached, target)} />
      )}
      <Line name="评定过" number={`${assessed} 家`} />
      <Line name="评定达标" number={`${passed} 家`} />
      {standards.map(({ standard, of, met: reach }) => (
        <Line key={standard} name={`${standardName[standard]}达标`} number={`${reach} / ${of} 家`} />
      ))}
    </>
  )
}

function Line({ name, number }: { readonly name: string; readonly number: string }) {
  return (
    <View className="home-paper-line">
      <Text>{name}</Text>
      <Text className="home-paper-number">{number}</Text>
    </View>
  )
}
