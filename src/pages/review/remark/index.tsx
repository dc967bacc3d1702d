import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { ReviewId } from '../../../../shared/core/ids'
import { isComment, longestComment, RemarkItem, type Remark, type Score } from '../../../../shared/review/remark'
import { Card } from '../../../components/Card'
import { Empty } from '../../../components/Empty'
import { Field } from '../../../components/Field'
import { MainAction } from '../../../components/MainAction'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { SideAction } from '../../../components/SideAction'
import { tappable } from '../../../components/tappable'
import { myBallot } from '../../../services/review/my-ballot'
import type { BallotOf } from '../../../services/review/voting'
import { back, useParams } from '../../../services/route'
import { showFirstError } from '../../show-first-error'
import { useKept } from '../use-kept'
import { useStep } from '../use-step'
import { StepProblem } from '../StepProblem'
import { Unanswered } from '../Unanswered'
import { itemName } from '../../review-words'
import '../index.scss'

const title = '说说六有'
const scores: readonly Score[] = [1, 2, 3, 4, 5]

/** 补充评价: a paper of its own, under a token of its own; it is never known whose it is, nor which ballot went with it. */
export default function RemarkPage() {
  const { review: named, code } = useParams()
  const read = ReviewId.safeParse(named)
  const review = read.success ? read.data : undefined
  const kept = useKept(review, code)
  const here = kept.read?.kept
  const paper = here?.stage === 'received' ? here.papers.remark.at : undefined
  if (review !== undefined && paper === 'token') return <Writing of={{ review, code }} again={kept.readAgain} />
  if (review !== undefined && paper === 'sent')
    return <Unanswered title={title} of={{ review, code }} envelope="remark" again={kept.readAgain} />
  return (
    <Screen title={title} loading={kept.read === undefined}>
      {kept.read !== undefined && (
        <View className="review-page">
          {paper === 'taken' ? (
            <Card
              title="收到了，谢谢"
              note="和选票分开存放，公布以后才看得到，看不出是谁写的。"
              tone="success"
              id="remark-taken"
            >
              <SideAction id="remark-back" label="返回" onTap={() => void back()} />
            </Card>
          ) : (
            <Empty
              title="这部手机上没有凭证"
              note="领了选票凭证才能补充评价。"
              action={{ id: 'remark-none', label: '返回', onTap: () => void back() }}
            />
          )}
        </View>
      )}
    </Screen>
  )
}

interface Props {
  readonly of: BallotOf
  readonly again: () => Promise<void>
}

function Writing({ of, again }: Props) {
  const [given, setGiven] = useState<Remark['scores']>({})
  const [comment, setComment] = useState('')
  const [tried, setTried] = useState(false)
  const step = useStep()
  const isEmpty = Object.keys(given).length === 0 && comment.trim() === ''
  const unfit = isComment(comment.trim()) ? undefined : `最多 ${longestComment} 个字，不要带特殊符号`
  async function send() {
    setTried(true)
    if (isEmpty || unfit !== undefined) return showFirstError()
    await step.run(() => myBallot.castRemark(of, { scores: given, comment: comment.trim() }))
    await again()
  }
  return (
    <Screen
      title={title}
      footer={<MainAction id="remark-send" label="送出" busy={step.busy} onTap={() => void send()} />}
    >
      <View className="review-page">
        <Notice tone="info">每一项都可以不打。5 分最好，1 分最差。意见里不要写姓名、工号。</Notice>
        {RemarkItem.options.map((item) => (
          <Card key={item} title={itemName[item]}>
            <Scores
              item={item}
              value={given[item]}
              onChange={(score) => setGiven((before) => withScore(before, item, score))}
            />
          </Card>
        ))}
        <Field
          id="remark-comment"
          label="想说的话（可不填）"
          value={comment}
          onInput={setComment}
          multiline
          maxLength={longestComment}
          hint={`还可以写 ${longestComment - [...comment].length} 个字`}
          error={tried ? (unfit ?? (isEmpty ? '请至少给一项打分，或写一句话' : undefined)) : undefined}
        />
        <StepProblem problem={step.problem} />
      </View>
    </Screen>
  )
}

/** Tapped again, a score is taken back. */
function withScore(before: Remark['scores'], item: RemarkItem, score: Score): Remark['scores'] {
  if (before[item] !== score) return { ...before, [item]: score }
  const { [item]: _, ...left } = before
  return left
}

interface ScoresProps {
  readonly item: RemarkItem
  readonly value: Score | undefined
  readonly onChange: (score: Score) => void
}

function Scores({ item, value, onChange }: ScoresProps) {
  return (
    <View>
      <View className="review-scores">
        {scores.map((score) => (
          <View
            key={score}
            id={`score-${item}-${score}`}
            className={`review-score${value === score ? ' review-score-on' : ''}`}
            onClick={() => onChange(score)}
            {...tappable({ role: 'radio', label: `${itemName[item]} ${score} 分`, checked: value === score })}
          >
            {score}
          </View>
        ))}
      </View>
      <View className="review-score-ends">
        <Text className="review-note">差</Text>
        <Text className="review-note">好</Text>
      </View>
    </View>
  )
}
