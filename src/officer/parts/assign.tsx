import { View } from '@tarojs/components'
import { useState } from 'react'
import { membership } from '../../../shared/contract/membership'
import type { UnionLabel } from '../../../shared/contract/membership-views'
import { Card } from '../../components/Card'
import { Field } from '../../components/Field'
import { ListRow } from '../../components/ListRow'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { ProblemState } from '../../components/ProblemState'
import { TextAction } from '../../components/TextAction'
import { Waiting } from '../../components/Waiting'
import { useAct } from '../../services/use-act'
import { useAsk } from '../../services/use-ask'
import { showFirstError } from '../../pages/show-first-error'
import { Refused } from './refused'
import { useInView, type StepProps } from './step'

/** 指定工会: a person decides what the rules leave open, and says why. */
export function Assign({ view, reload, onDecided, onCancel }: StepProps) {
  const [text, setText] = useState('')
  const [to, setTo] = useState<UnionLabel>()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const own = { union: view.union.union, application: view.application }
  const found = useAsk(membership, 'assignable', { ...own, ...(text.trim() === '' ? {} : { text }) })
  const assign = useAct(membership, 'assign')
  useInView('deciding')
  const reasonMissing = reason.trim().length < 2
  const send = async () => {
    if (to === undefined || reasonMissing) {
      setTried(true)
      return showFirstError()
    }
    const answer = await assign.run({ ...own, seen: view.revision, to: to.union, reason })
    if (answer.ok) onDecided()
  }
  return (
    <View className="decide" id="deciding">
      <Card title="由哪个工会办？" note="先列规则允许的；也可以按名称找下级工会。">
        <Field
          id="assign-search"
          label="工会名称"
          value={text}
          onInput={setText}
          placeholder="写名称里的几个字"
          maxLength={40}
          error={tried && to === undefined ? '请选一个工会。' : undefined}
        />
      </Card>
      {found.problem !== undefined && <ProblemState problem={found.problem} onRetry={found.reload} />}
      {found.data === undefined && found.loading && <Waiting />}
      {found.data?.unions.map((union) => (
        <ListRow
          key={union.union}
          id={`assign-${union.union}`}
          title={union.name}
          selectable
          selected={union.union === to?.union}
          onTap={() => setTo(union)}
        />
      ))}
      {found.data?.unions.length === 0 && (
        <Notice tone="info" title="没有找到">
          换个叫法试试；不在您下级的工会，请转给更上一级办。
        </Notice>
      )}
      <Field
        id="assign-reason"
        label="理由"
        value={reason}
        onInput={setReason}
        maxLength={200}
        multiline
        error={tried && reasonMissing ? '请写明理由，本人会看到。' : undefined}
      />
      <Refused problem={assign.problem} reload={reload} />
      <MainAction
        id="assign-confirm"
        label={to === undefined ? '指定工会' : `由${to.name}办`}
        busy={assign.busy}
        onTap={() => void send()}
      />
      <TextAction id="decision-cancel" label="返回" onTap={onCancel} quiet />
    </View>
  )
}
