import type { z } from 'zod'
import type { scrutinyProcedures } from '../../../shared/contract/review-scrutiny'
import { ballotsIn, Grade } from '../../../shared/review/kinds'
import { percentText } from '../../../shared/review/verdict'
import { outcomeText } from '../../pages/review-figures'
import { gradeName } from '../../pages/review-words'
import { dayOf, fullDayText, momentText } from '../../pages/today'
import { formText } from '../parts/review-texts'

export type Protocol = z.output<typeof scrutinyProcedures.reviewProtocol.output>

export interface Line {
  readonly heading: string
  readonly text: string
}

/** 记录的正文, line by line. */
export function linesOf(protocol: Protocol): readonly Line[] {
  return [...when(protocol), ...slips(protocol), ...figures(protocol), ...verdict(protocol)]
}

function when({ unionName, kind, form, cutoff, receivingFrom, votingFrom, votingUntil, countedAt }: Protocol): Line[] {
  return [
    { heading: '工会', text: unionName },
    { heading: '方式', text: formText({ kind, form }) },
    { heading: '截止日', text: fullDayText(cutoff) },
    { heading: '领凭证', text: `${fullDayText(dayOf(receivingFrom))}起` },
    { heading: '投票', text: `${fullDayText(dayOf(votingFrom))}到 ${fullDayText(dayOf(votingUntil, -1))}` },
    { heading: '计票', text: momentText(countedAt) },
  ]
}

/** 纸条: how many there could be, were, and went unused. */
function slips({ slips: counted }: Protocol): Line[] {
  if (counted === undefined) return []
  const { staff, made, cancelled, unused } = counted
  const left = unused === undefined ? '' : `，没有人用 ${unused} 张`
  return [{ heading: '调查码', text: `公告的职工 ${staff} 人；做了 ${made} 张，收回作废 ${cancelled} 张${left}` }]
}

function figures({ told, electors, voted, figures: shown, pool }: Protocol): Line[] {
  const turnout = [
    ...(electors === undefined ? [] : [`应投 ${electors} 人`]),
    ...(voted === undefined ? [] : [`${voted} 人投票`]),
  ]
  const own = turnout.length === 0 ? [] : [{ heading: '本会', text: turnout.join('，') }]
  if (shown === undefined)
    return [...own, { heading: '票数', text: told === 'withheld' ? '投票的人太少，不公布数字' : '还没有公布' }]
  const { grades, invalid } = shown
  const counts = Grade.options.map((grade) => `${gradeName[grade]} ${grades[grade]} 票`)
  const together =
    pool === undefined
      ? []
      : [
          {
            heading: '合并公布',
            text: `和别的工会合并，共 ${pool.count} 家：${pool.unions.join('、')}；以下是合并的数字`,
          },
        ]
  return [
    ...own,
    ...together,
    { heading: '票数', text: `${counts.join('，')}；有效票 ${ballotsIn(grades)} 张，无效票 ${invalid} 张` },
    { heading: '说明', text: '纸质票和手机票合在一起计，不分开公布' },
  ]
}

function verdict({ figures: shown, policyVersion, rectification }: Protocol): Line[] {
  const rules = { heading: '规则版本', text: policyVersion }
  const found = shown?.verdict
  if (found === undefined) return [rules]
  const rate = found.mostlyCounts ? found.withMostly : found.rate
  const percent = percentText(rate)
  const { standard } = found
  return [
    {
      heading: found.mostlyCounts ? '满意和基本满意' : '满意率',
      text: `${percent === undefined ? '没有有效票' : `${percent}%`}（${rate.numerator} 票 ÷ ${rate.denominator} 张有效票）`,
    },
    { heading: '结论', text: outcomeText(found) },
    ...(standard === undefined ? [] : [{ heading: '依据', text: standard.clause }]),
    ...(rectification === undefined
      ? []
      : [{ heading: '整改', text: `${fullDayText(rectification.dueOn)}以前提出整改方案` }]),
    rules,
  ]
}

/** 各种码: what whoever recounts compares. */
export function codesOf({ proof, remarkRoot, announcement, fingerprints }: Protocol): readonly Line[] {
  return [
    ...(proof === undefined
      ? []
      : [
          { heading: '计票核对码', text: proof.digest },
          { heading: '选票名册', text: proof.root },
        ]),
    { heading: '补充评价名册', text: remarkRoot },
    { heading: '公告摘要', text: announcement },
    { heading: '选票印章指纹', text: fingerprints.ballot },
    { heading: '评价印章指纹', text: fingerprints.remark },
  ]
}

/** 签字: by name where it is known who; an empty line where nobody holds the office. */
export function signersOf({ tellers, scrutineers }: Protocol): readonly string[] {
  const named = (office: string, names: readonly string[]) =>
    names.length === 0 ? [office] : names.map((name) => `${office} ${name}`)
  return [...(tellers.length === 0 ? [] : named('计票人', tellers)), ...named('监票人', scrutineers), '工会主席']
}
