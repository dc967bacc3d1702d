import { View } from '@tarojs/components'
import { useState } from 'react'
import { membership } from '../../../shared/contract/membership'
import type { InboxRow } from '../../../shared/contract/membership-views'
import type { ApplicationId, UnionId } from '../../../shared/core/ids'
import { DateField } from '../../components/DateField'
import { Field } from '../../components/Field'
import { ListRow } from '../../components/ListRow'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { Tag } from '../../components/Tag'
import { TextAction } from '../../components/TextAction'
import { Undo } from '../../components/Undo'
import { useAct } from '../../services/use-act'
import { today } from '../../pages/today'
import { refusedOnes, summaryOf, type BatchResult } from './results'

interface Props {
  readonly union: UnionId
  readonly rows: readonly InboxRow[]
  readonly onOpen: (application: ApplicationId) => void
  readonly onChanged: () => void
  readonly onClose: () => void
  /** These stay ticked: they were not approved. */
  readonly onKeep: (applications: readonly ApplicationId[]) => void
}

type Step =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'committee' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'done'; readonly results: readonly BatchResult[] }

/** 批量同意: one decision of the committee for several people; five seconds to think again; an answer for each. */
export function Batch({ union, rows, onOpen, onChanged, onClose, onKeep }: Props) {
  const [step, setStep] = useState<Step>({ kind: 'choosing' })
  const [decidedOn, setDecidedOn] = useState<string>(today())
  const [note, setNote] = useState('')
  const decide = useAct(membership, 'decideBatch')
  const send = async () => {
    setStep({ kind: 'sending' })
    const committee = { decidedOn, ...(note.trim() === '' ? {} : { note }) }
    const items = rows.map(({ application, revision }) => ({ application, seen: revision }))
    const answer = await decide.run({ union, committee, items })
    if (!answer.ok) return setStep({ kind: 'committee' })
    setStep({ kind: 'done', results: answer.data.results })
    onKeep(refusedOnes(answer.data.results))
    onChanged()
  }
  switch (step.kind) {
    case 'choosing':
      return (
        <View className="batch">
          <MainAction
            id="inbox-approve-batch"
            label={rows.length === 0 ? '请先选人' : `批量同意 ${rows.length} 人`}
            disabled={rows.length === 0}
            onTap={() => setStep({ kind: 'committee' })}
          />
          <TextAction id="inbox-select-cancel" label="取消多选" onTap={onClose} quiet />
        </View>
      )
    case 'committee':
      return (
        <View className="batch">
          {decide.problem !== undefined && <Notice tone="danger" title={decide.problem.message} />}
          <DateField id="batch-date" label="委员会讨论日期" value={decidedOn} onChange={setDecidedOn} end={today()} />
          <Field
            id="batch-note"
            label="备注（可不填）"
            value={note}
            onInput={setNote}
            placeholder="比如第几次会议"
            maxLength={200}
          />
          <MainAction
            id="batch-confirm"
            label={`同意这 ${rows.length} 人入会`}
            onTap={() => setStep({ kind: 'undo' })}
          />
          <TextAction id="batch-back" label="返回" onTap={() => setStep({ kind: 'choosing' })} quiet />
        </View>
      )
    case 'undo':
      return (
        <Undo
          seconds={5}
          text={`就要同意 ${rows.length} 人入会`}
          onUndo={() => setStep({ kind: 'committee' })}
          onDone={() => void send()}
        />
      )
    case 'sending':
      return <Notice tone="info" title={`正在办 ${rows.length} 份，请稍等…`} />
    case 'done':
      return (
        <View className="batch">
          <Notice
            id="batch-summary"
            tone={refusedOnes(step.results).length === 0 ? 'success' : 'warning'}
            title={summaryOf(step.results)}
          />
          <View className="batch-results">
            {step.results.map((result) => (
              <ListRow
                key={result.application}
                id={`batch-result-${result.application}`}
                title={result.maskedName ?? '申请'}
                note={result.ok ? `会员号 ${result.memberNumber}` : result.message}
                tag={<Tag tone={result.ok ? 'success' : 'danger'}>{result.ok ? '已同意' : '没办成'}</Tag>}
                {...(result.ok ? {} : { onTap: () => onOpen(result.application) })}
              />
            ))}
          </View>
          <MainAction id="batch-close" label="好" onTap={onClose} />
        </View>
      )
  }
}
