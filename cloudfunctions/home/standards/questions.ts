import { isOffered, type Answer, type QuestionKind } from '../../../shared/home/standards/answer'
import { textOf } from '../../../shared/home/standards/catalogue'
import type { HomeDocument } from '../../../shared/home/standards/document'
import { metricNames, type MetricName } from '../../../shared/home/standards/metric-names'
import type { ItemStanding } from '../../../shared/home/standards/standing'
import { labelOf, metricName } from './words'

/** 一个问题: asked once, whatever rests on it. */
export interface Question {
  readonly question: string
  readonly asks: QuestionKind
  readonly text: string
  readonly labels: readonly string[]
  readonly mayNotBeMeant: boolean
}

const isMetric = (question: string): question is MetricName => metricNames.some((name) => name === question)

/** 报告、决议、批复: the paper is the proof. */
const onPaper: ReadonlySet<string> = new Set<MetricName>(['founding_documents_complete'])
/** A word is all there can be of what is not there. */
const byWord: ReadonlySet<string> = new Set<MetricName>([
  'relatives_excluded_from_committee',
  'congress_term',
  'staff_congress_term',
  'democratic_management',
])
/** 公司制企业: whether the unit is one, no register says. */
const conditional: ReadonlySet<string> = new Set<MetricName>(['employee_director_supervisor'])

/** 要问的, in the order of the items that rest on it. */
export function questionsOf(
  asking: readonly Pick<ItemStanding, 'item' | 'questions'>[],
  document: HomeDocument,
): readonly Question[] {
  const found = new Map<string, Question>()
  for (const { item, questions } of asking)
    for (const question of questions) {
      const before = found.get(question)
      found.set(question, {
        question,
        asks: kindOf(question, item.asksFor),
        text: isMetric(question) ? metricName[question] : textOf(item, document),
        labels: [...(before?.labels ?? []), labelOf(item)],
        mayNotBeMeant: conditional.has(question),
      })
    }
  return [...found.values()]
}

function kindOf(question: string, ofItem: 'evidence' | 'narrative'): QuestionKind {
  if (onPaper.has(question)) return 'paper'
  if (byWord.has(question)) return 'narrative'
  return isMetric(question) ? 'evidence' : ofItem
}

export function takes(question: Question | undefined, answer: Answer): boolean {
  return question !== undefined && isOffered(answer, question)
}
