import { View } from '@tarojs/components'
import { useState } from 'react'
import { review as contract } from '../../../shared/contract/review'
import type { ReviewId, UnionId } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { ask } from '../../services/api'
import type { Problem } from '../../services/problem'
import { newFile } from '../../services/save-file'
import '../parts/parts.scss'
import { drawnAgain, type DrawnAgain, type SampleFile } from './draw-again'

interface Of {
  readonly union: UnionId
  readonly review: ReviewId
}

const words: Readonly<Record<DrawnAgain, { readonly tone: 'success' | 'danger' | 'info'; readonly says: string }>> = {
  same: { tone: 'success', says: '重抽了一遍，抽到的和系统的一模一样；名单也是开奖以前锁定的那一份。' },
  'not-drawn': { tone: 'info', says: '名单和锁定的核对码对得上。还没有开奖，开奖以后再来重抽。' },
  population: { tone: 'danger', says: '名单和开奖以前锁定的核对码对不上。请不要用这次抽查，马上报告上级工会。' },
  drawn: { tone: 'danger', says: '按公布的号码重抽，抽到的和系统的不一样。请不要用这次抽查，马上报告上级工会。' },
}

type State =
  | { readonly at: 'begin' | 'fetching' }
  | { readonly at: 'broken'; readonly problem: Problem }
  | { readonly at: 'done'; readonly drawn: DrawnAgain; readonly saved: boolean }

/** 监票人重抽: the whole list of pseudonyms, drawn from again here, and saved for whoever does it with another program. */
export function RedrawCard({ union, review }: Of) {
  const [state, setState] = useState<State>({ at: 'begin' })
  const run = async () => {
    setState({ at: 'fetching' })
    const whole = await wholeFile({ union, review })
    if (!whole.ok) return setState({ at: 'broken', problem: whole.problem })
    const file = newFile()
    file?.write(JSON.stringify({ format: 'workers-home-sample-1', review, ...whole.data }))
    file?.save('review-sample.json')
    setState({ at: 'done', drawn: drawnAgain(whole.data, whole.data.rows), saved: file !== undefined })
  }
  return (
    <Card title="重抽一遍" note="取全部代号，照公布的号码重抽，和系统抽到的比。代号里没有任何人的姓名。">
      <View className="decide">
        {state.at === 'broken' && (
          <Notice id="redraw-problem" tone="danger">
            {state.problem.message}
          </Notice>
        )}
        {state.at === 'done' && (
          <Notice id="redraw-done" tone={words[state.drawn].tone}>
            {`${words[state.drawn].says}${state.saved ? '文件 review-sample.json 存在“下载”里。' : '要存文件，请在电脑上打开这一页。'}`}
          </Notice>
        )}
        <MainAction
          id="redraw"
          label={state.at === 'done' ? '再抽一遍' : '取名单，重抽一遍'}
          busy={state.at === 'fetching'}
          onTap={() => void run()}
        />
      </View>
    </Card>
  )
}

async function wholeFile(of: Of) {
  const rows: SampleFile['rows'][number][] = []
  for (let cursor: string | undefined; ;) {
    const page = await ask(contract, 'sampleFile', { ...of, ...(cursor === undefined ? {} : { cursor }) })
    if (!page.ok) return page
    const { rows: more, cursor: next, ...standing } = page.data
    rows.push(...more)
    if (next === undefined) return { ok: true as const, data: { ...standing, rows } }
    cursor = next
  }
}
