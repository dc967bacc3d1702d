import { Text, View } from '@tarojs/components'
import type { FiguresView } from '../../../shared/contract/review-results'
import { percentText, type Fraction, type Verdict } from '../../../shared/review/verdict'
import { outcomeText } from '../../pages/review-figures'

/** 满意率 as a line, with the standard marked on it; number and verdict stand beside it in words. */
export function Rate({ figures }: { readonly figures: FiguresView }) {
  const rate = judged(figures)
  const { verdict } = figures
  const percent = percentText(rate)
  return (
    <View>
      <View className="rate-line">
        <Text className="rate-number">{percent === undefined ? '没有有效票' : `${percent}%`}</Text>
        {verdict !== undefined && <Text className="rate-note">{outcomeText(verdict)}</Text>}
      </View>
      <View className="rate-track">
        <View
          className={`rate-done${verdict?.outcome === 'met' ? ' rate-met' : ''}`}
          style={{ width: widthOf(rate) }}
        />
        {verdict?.standard !== undefined && (
          <View className="rate-standard" style={{ left: `${verdict.standard.percent}%` }} />
        )}
      </View>
    </View>
  )
}

function judged({ grades, verdict }: FiguresView): Fraction {
  return verdict === undefined
    ? { numerator: grades.satisfied, denominator: grades.satisfied + grades.mostly + grades.dissatisfied }
    : rateOf(verdict)
}

function rateOf({ mostlyCounts, rate, withMostly }: Verdict): Fraction {
  return mostlyCounts ? withMostly : rate
}

function widthOf({ numerator, denominator }: Fraction): string {
  return denominator === 0 ? '0' : `${(numerator * 100) / denominator}%`
}
