import { View } from '@tarojs/components'
import { useState } from 'react'
import { membership } from '../../../shared/contract/membership'
import type { UnionLabel } from '../../../shared/contract/membership-views'
import type { UnionId } from '../../../shared/core/ids'
import { ChoiceList } from '../../components/ChoiceList'
import { Field } from '../../components/Field'
import { ListRow } from '../../components/ListRow'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { ProblemState } from '../../components/ProblemState'
import { showFirstError } from '../../pages/show-first-error'
import { useAct } from '../../services/use-act'
import { useAsk } from '../../services/use-ask'
import { Refused } from '../parts/refused'
import type { Transfer } from './view'

interface Props {
  readonly view: Transfer
  readonly union: UnionId
  readonly reload: () => void
}

type Verdict = 'uphold' | 'assign' | 'stop'

/** 裁定: it goes on, it goes to another union, or it does not go; always with the reason. */
export function Settle({ view, union, reload }: Props) {
  const settle = useAct(membership, 'settleTransfer')
  const [verdict, setVerdict] = useState<Verdict>()
  const [to, setTo] = useState<UnionLabel>()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const reasonMissing = reason.trim().length < 2
  const chosen =
    verdict === 'assign' ? (to === undefined ? undefined : { kind: verdict, to: to.union }) : verdictOf(verdict)

  const send = async () => {
    if (chosen === undefined || reasonMissing) {
      setTried(true)
      return showFirstError()
    }
    const of = { union, transfer: view.transfer, seen: view.revision }
    if ((await settle.run({ ...of, verdict: chosen, reason })).ok) reload()
  }
  return (
    <View className="decide">
      <ChoiceList
        id="transfer-verdict"
        label="怎样裁定？"
        value={verdict}
        options={optionsOf(view)}
        onChange={setVerdict}
      />
      {verdict === 'assign' && <Targets view={view} union={union} chosen={to} onChoose={setTo} />}
      {tried && chosen === undefined && (
        <Notice id="transfer-verdict-error" tone="danger">
          {verdict === 'assign' ? '请选一个工会' : '请选一个'}
        </Notice>
      )}
      <Field
        id="transfer-reason"
        label="理由"
        value={reason}
        onInput={setReason}
        maxLength={200}
        multiline
        error={tried && reasonMissing ? '请写明理由，本人和两边工会会看到。' : undefined}
      />
      <Refused problem={settle.problem} reload={reload} />
      <MainAction id="transfer-settle" label="作出裁定" busy={settle.busy} onTap={() => void send()} />
    </View>
  )
}

function verdictOf(verdict: 'uphold' | 'stop' | undefined) {
  return verdict === undefined ? undefined : { kind: verdict }
}

function optionsOf({ receiving, to, from }: Transfer) {
  const uphold = { value: 'uphold', label: '照办', note: `转到${to?.name ?? ''}` } as const
  return [
    ...(receiving === 'undecided' ? [] : [uphold]),
    { value: 'assign', label: '转到另一个工会', note: '由它确认后转过去' } as const,
    { value: 'stop', label: '不转', note: `会籍还在${from.name}` } as const,
  ]
}

interface TargetsProps extends Omit<Props, 'reload'> {
  readonly chosen: UnionLabel | undefined
  readonly onChoose: (union: UnionLabel) => void
}

function Targets({ view, union, chosen, onChoose }: TargetsProps) {
  const [text, setText] = useState('')
  const search = text.trim() === '' ? {} : { text: text.trim() }
  const found = useAsk(membership, 'transferTargets', { union, transfer: view.transfer, ...search })
  return (
    <>
      <Field
        id="transfer-search"
        label="工会名称"
        value={text}
        onInput={setText}
        placeholder="写名称里的几个字"
        maxLength={40}
      />
      {found.problem !== undefined && <ProblemState problem={found.problem} onRetry={found.reload} />}
      {found.data?.unions.map((label) => (
        <ListRow
          key={label.union}
          id={`transfer-to-${label.union}`}
          title={label.name}
          selectable
          selected={label.union === chosen?.union}
          onTap={() => onChoose(label)}
        />
      ))}
      {found.data?.unions.length === 0 && (
        <Notice tone="info" title="没有找到">
          换个叫法试试；不在您下级的工会，请转给更上一级办。
        </Notice>
      )}
    </>
  )
}
