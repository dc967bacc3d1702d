import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { z } from 'zod'
import { review as contract } from '../../../shared/contract/review'
import type { countingProcedures } from '../../../shared/contract/review-counting'
import type { ReviewId, UnionId } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { Empty } from '../../components/Empty'
import { Field } from '../../components/Field'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { gradeName } from '../../pages/review-words'
import { showFirstError } from '../../pages/show-first-error'
import { useReloadOnReturn } from '../../pages/use-reload-on-return'
import { back } from '../../services/route'
import type { Problem } from '../../services/problem'
import { useAct } from '../../services/use-act'
import { useAsk } from '../../services/use-ask'
import { NoReview } from '../parts/no-review'
import { useUnion } from '../parts/use-office'
import { useReview } from '../parts/use-review'
import { countIn, fieldsOf, nothingTyped, sumTyped, wrongFields, type CountField } from './figures'
import './index.scss'

type Standing = z.output<typeof countingProcedures.paperStanding.output>

const label: Readonly<Record<CountField, string>> = { ...gradeName, invalid: '无效票' }
const title = '纸质票计票'

/** 双人录入: what I counted; the other teller’s figures are not seen. */
export default function PaperCountPage() {
  const union = useUnion()
  const review = useReview()
  const asked = useAsk(
    contract,
    'paperStanding',
    union === undefined || review === undefined ? undefined : { union, review },
  )
  useReloadOnReturn(asked.reload)
  const standing = asked.data
  if (union === undefined || review === undefined)
    return (
      <Screen title={title}>
        <NoReview />
      </Screen>
    )
  if (standing !== undefined && isMyTurn(standing))
    return <Entering union={union} review={review} standing={standing} reload={asked.reload} />
  return (
    <Screen title={title} loading={asked.loading} problem={asked.problem} onRetry={asked.reload}>
      {standing !== undefined && <NotNow standing={standing} reload={asked.reload} />}
    </Screen>
  )
}

function isMyTurn({ phase, state, mine }: Standing): boolean {
  return phase === 'closed' && state !== 'none' && state !== 'agreed' && !(state === 'one' && mine)
}

function NotNow({ standing: { phase, state }, reload }: { readonly standing: Standing; readonly reload: () => void }) {
  const goBack = { id: 'paper-count-back', label: '返回', onTap: () => void back() }
  if (phase === 'called-off') return <Empty title="这次评家撤销了" action={goBack} />
  if (state === 'agreed' || phase === 'published')
    return (
      <Empty
        title="纸质票计好了"
        note="两位计票人录入的一致，和手机票合在一起计，不单独公布。纸质选票请封存。"
        action={goBack}
      />
    )
  if (phase !== 'closed') return <Empty title="还没到计票的时候" note="投票结束以后再清点、录入。" action={goBack} />
  if (state === 'none') return <Empty title="没有人领纸质选票" note="不用计纸质票，系统自己计票。" action={goBack} />
  return (
    <View className="paper-count">
      <Card
        id="paper-count-waiting"
        title="您录入了，等另一位计票人"
        note="另一位也清点、录入，一致了才算数。在这以前请不要互相说数字。"
        tone="success"
      >
        <SideAction id="paper-count-look" label="看看录入了没有" onTap={reload} />
      </Card>
    </View>
  )
}

function isDiffering(problem: Problem): boolean {
  return problem.kind === 'refused' && problem.code === 'PAPER_COUNTS_DIFFER'
}

interface Props {
  readonly union: UnionId
  readonly review: ReviewId
  readonly standing: Standing
  readonly reload: () => void
}

function Entering({ union, review, standing: { ticked, state, grades }, reload }: Props) {
  const [typed, setTyped] = useState(nothingTyped)
  const [tried, setTried] = useState(false)
  const enter = useAct(contract, 'enterPaperCount')
  const asked = fieldsOf(grades)
  const wrong = wrongFields(typed, asked)
  const sum = sumTyped(typed)
  const tooMany = sum > ticked ? `合计 ${sum} 张，比登记领票的 ${ticked} 人还多，请重新清点` : undefined
  const send = async () => {
    setTried(true)
    if (Object.keys(wrong).length > 0 || tooMany !== undefined) return showFirstError()
    const done = await enter.run({ union, review, ...countIn(typed) })
    if (!done.ok && !isDiffering(done.problem)) return
    // Counted anew, nothing is copied from before.
    setTyped(nothingTyped)
    setTried(false)
    reload()
  }
  return (
    <Screen
      title={title}
      footer={<MainAction id="paper-count-send" label="录入" busy={enter.busy} onTap={() => void send()} />}
    >
      <View className="paper-count">
        {state === 'differs' ? (
          <Notice id="paper-count-differs" tone="warning" title="两位计票人录入的不一致">
            两边的数都没有留下。请各自重新清点，再录入。
          </Notice>
        ) : (
          <Notice tone="info">打开票箱，清点每一种有几张。另一位计票人单独清点、单独录入，看不到您的数。</Notice>
        )}
        {asked.map((field) => (
          <Field
            key={field}
            id={`paper-count-${field}`}
            label={`${label[field]}（张）`}
            value={typed[field]}
            onInput={(text) => setTyped((before) => ({ ...before, [field]: text }))}
            type="number"
            maxLength={6}
            error={tried ? wrong[field] : undefined}
            {...(field === 'invalid' ? { hint: '多选、没选、看不清、写了名字的' } : {})}
          />
        ))}
        <Card>
          <Text id="paper-count-sum" className="paper-count-sum">{`合计 ${sum} 张，登记领票 ${ticked} 人`}</Text>
          {tooMany !== undefined && <Text className="field-error">{tooMany}</Text>}
        </Card>
        {enter.problem !== undefined && state !== 'differs' && (
          <Notice tone="danger" id="paper-count-problem">
            {enter.problem.message}
          </Notice>
        )}
      </View>
    </Screen>
  )
}
