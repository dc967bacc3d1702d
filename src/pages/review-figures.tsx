import { Text, View } from '@tarojs/components'
import type { FiguresView, ResultView } from '../../shared/contract/review-results'
import { Grade, ballotsIn } from '../../shared/review/kinds'
import { percentText, type Verdict } from '../../shared/review/verdict'
import { Card } from '../components/Card'
import { gradeName, itemName } from './review-words'
import './review-figures.scss'

/** 满意率, large; beside it what it is made of and what it is held against. */
export function Figures({ figures: { grades, invalid, electors, verdict } }: { readonly figures: FiguresView }) {
  const valid = ballotsIn(grades)
  const rate = verdict?.mostlyCounts === true ? verdict.withMostly : { numerator: grades.satisfied, denominator: valid }
  const percent = percentText(rate)
  const met = verdict?.outcome === 'met'
  return (
    <>
      <Card id="result-figures">
        <View className="figures-rate">
          <Text className="figures-note">{verdict?.mostlyCounts === true ? '满意和基本满意' : '满意率'}</Text>
          <Text className={`figures-number${met ? ' figures-met' : ''}`}>
            {percent === undefined ? '没有有效票' : `${percent}%`}
          </Text>
          {verdict !== undefined && <Text>{outcomeText(verdict)}</Text>}
          <Text className="figures-note">{`${rate.numerator} 票 ÷ ${valid} 张有效票 · 应投 ${electors} 人`}</Text>
        </View>
      </Card>
      <Card>
        <View className="figures-track">
          {Grade.options.map((grade) => (
            <View
              key={grade}
              className={`figures-${grade}`}
              style={{ width: `${valid === 0 ? 0 : (grades[grade] * 100) / valid}%` }}
            />
          ))}
        </View>
        <View className="figures-legend">
          {Grade.options.map((grade) => (
            <Text key={grade} className="figures-note">{`${gradeName[grade]} ${grades[grade]}`}</Text>
          ))}
        </View>
        <Text className="figures-note">
          {`${valid + invalid} 人投票${invalid === 0 ? '' : `，其中无效票 ${invalid} 张`}；纸质票和手机票合在一起计。`}
        </Text>
      </Card>
    </>
  )
}

/** What the verdict comes to, in a sentence. */
export function outcomeText({ outcome, standard, turnout }: Verdict): string {
  switch (outcome) {
    case 'met':
      return `达到 ${standard?.percent ?? 0}% 的标准`
    case 'not-met':
      return `没有达到 ${standard?.percent ?? 0}% 的标准`
    case 'no-standard':
      return '本地没有规定标准'
    case 'too-few-voted':
      return `投票人数不足 ${turnout.atLeast.numerator}/${turnout.atLeast.denominator}，不作结论`
    case 'no-ballots':
      return '没有有效票，不作结论'
  }
}

/** 六有评分: how many gave 5 and 4, of those who rated it. */
export function RatingBars({ ratings }: { readonly ratings: NonNullable<ResultView['ratings']> }) {
  return (
    <Card title="六有，大家怎么打分" note="打 4 分和 5 分的人占多少">
      {ratings.map(({ item, given }) => {
        const all = given.reduce((sum, count) => sum + count, 0)
        const good = given[3] + given[4]
        return (
          <View key={item}>
            <View className="figures-legend">
              <Text>{itemName[item]}</Text>
              <Text className="figures-note">{`${good} / ${all}`}</Text>
            </View>
            <View className="figures-track figures-track-empty">
              <View className="figures-satisfied" style={{ width: `${all === 0 ? 0 : (good * 100) / all}%` }} />
            </View>
          </View>
        )
      })}
    </Card>
  )
}
