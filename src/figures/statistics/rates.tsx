import { Text, View } from '@tarojs/components'
import { meets, missing, type RateKey } from '../../../shared/org/rates'
import { Card } from '../../components/Card'
import { TextAction } from '../../components/TextAction'
import { percentOf, rateName, rateParts, type FiguresView } from '../parts/texts'

interface Props {
  readonly figures: FiguresView
  /** To whom, or to which unions, a rate counts; absent where there is no list. */
  readonly onList: (key: RateKey) => (() => void) | undefined
}

/** 率: both numbers and the target in words beside the line. */
export function Rates({ figures: { rates, targetSource, total }, onList }: Props) {
  const unrated = total.unions - total.ratedUnions
  const hasTarget = rates.some(({ target }) => target !== undefined)
  return (
    <Card id="figures-rates" title="比率" {...(hasTarget ? { note: `目标依据：${targetSource}` } : {})}>
      {rates.map(({ key, numerator, denominator, target }) => (
        <View key={key} className="figures-rate">
          <View className="figures-line">
            <Text>{rateName[key]}</Text>
            <Text>{percentOf(numerator, denominator)}</Text>
          </View>
          <View className="figures-track">
            <View
              className={`figures-done${target !== undefined && meets({ numerator, denominator }, target) === true ? ' figures-met' : ''}`}
              style={{ width: `${denominator === 0 ? 0 : Math.min(100, (numerator * 100) / denominator)}%` }}
            />
            {target !== undefined && <View className="figures-target" style={{ left: `calc(${target}% - 2px)` }} />}
          </View>
          <Text className="figures-note">
            {`${rateParts[key][0]} ${numerator} ÷ ${rateParts[key][1]} ${denominator}${targetText({ numerator, denominator }, target)}`}
          </Text>
          <ListOf id={key} onTap={onList(key)} />
        </View>
      ))}
      {unrated > 0 && (
        <Text className="figures-note">{`${unrated} 家没有自己的职工人数（多是上级工会），不算进职工入会率。`}</Text>
      )}
    </Card>
  )
}

function targetText(rate: { readonly numerator: number; readonly denominator: number }, target: number | undefined) {
  if (target === undefined) return ''
  const met = meets(rate, target)
  if (met === undefined) return `；目标 ${target}%`
  return met ? `；目标 ${target}%，达标` : `；目标 ${target}%，还差 ${missing(rate, target)}`
}

function ListOf({ id, onTap }: { readonly id: RateKey; readonly onTap: (() => void) | undefined }) {
  return onTap === undefined ? null : <TextAction id={`rate-${id}`} label="看名单" onTap={onTap} />
}
