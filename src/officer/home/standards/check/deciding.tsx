import { View } from '@tarojs/components'
import { useState } from 'react'
import { home } from '../../../../../shared/contract/home'
import type { UnionId } from '../../../../../shared/core/ids'
import { Confirm } from '../../../../components/Confirm'
import { Field } from '../../../../components/Field'
import { MainAction } from '../../../../components/MainAction'
import { Notice } from '../../../../components/Notice'
import { SideAction } from '../../../../components/SideAction'
import { useAct } from '../../../../services/use-act'
import { useKeptText } from '../../parts/use-kept-text'
import type { Assessment } from '../texts'

interface Props {
  readonly union: UnionId
  readonly below: UnionId
  readonly year: number
  readonly reload: () => void
}

/** 定结果, once everything was looked at; or back with a sentence. */
export function Deciding({
  union,
  below,
  year,
  view,
  left,
  reload,
}: Props & { readonly view: Assessment; readonly left: number }) {
  const decide = useAct(home, 'decideAssessment')
  const [sure, setSure] = useState(false)
  const [reason, setReason] = useKeptText(`returning:${below}:${year}`)
  const [returning, setReturning] = useState(reason !== '')
  const short = view.items.filter(({ state, finding }) => state === 'gap' || finding === 'short').length
  const settle = async (verdict: Parameters<typeof decide.run>[0]['verdict']) => {
    const done = await decide.run({ union, below, year, seen: view.seen, verdict })
    setSure(false)
    if (done.ok) setReason('')
    if (done.ok || done.problem.kind === 'refused') reload()
  }
  return (
    <View className="decide">
      {decide.problem !== undefined && <Notice tone="danger">{decide.problem.message}</Notice>}
      {left > 0 && <Notice tone="info">{`还有 ${left} 条没看，看完再定。`}</Notice>}
      {!returning ? (
        <>
          <MainAction
            id="decide"
            label={short === 0 ? '评定：达标' : `评定：没有达标，差 ${short} 条`}
            disabled={left > 0}
            onTap={() => setSure(true)}
          />
          <SideAction id="return" label="退回修改" onTap={() => setReturning(true)} />
        </>
      ) : (
        <>
          <Field id="return-reason" label="要改什么" value={reason} onInput={setReason} multiline maxLength={300} />
          <MainAction
            id="return-sure"
            label={`退回${view.unionName}`}
            busy={decide.busy}
            disabled={reason.trim().length < 2}
            onTap={() => void settle({ kind: 'return', reason })}
          />
          <SideAction id="return-no" label="先不退" onTap={() => setReturning(false)} />
        </>
      )}
      <Confirm
        open={sure}
        title={`评定${view.unionName}？`}
        text="结果当天生效，工会可以提一次异议。"
        confirmLabel="评定"
        busy={decide.busy}
        onCancel={() => setSure(false)}
        onConfirm={() => void settle({ kind: 'decide', comment: '' })}
      />
    </View>
  )
}

/** 处理异议, with a sentence either way. */
export function Settling({ union, below, year, reload }: Props) {
  const settle = useAct(home, 'settleAssessment')
  const [text, setText] = useKeptText(`settling:${below}:${year}`)
  const [tried, setTried] = useState(false)
  const send = async (verdict: 'uphold' | 'reopen') => {
    setTried(true)
    if (text.trim().length < 2) return
    if (!(await settle.run({ union, below, year, verdict, text })).ok) return
    setText('')
    reload()
  }
  return (
    <View className="decide">
      {settle.problem !== undefined && <Notice tone="danger">{settle.problem.message}</Notice>}
      <Field
        id="settle-text"
        label="答复"
        value={text}
        onInput={setText}
        multiline
        maxLength={300}
        error={tried && text.trim().length < 2 ? '请写一句' : undefined}
      />
      <MainAction id="settle-reopen" label="请原评定工会重新看" busy={settle.busy} onTap={() => void send('reopen')} />
      <SideAction id="settle-uphold" label="维持结果" busy={settle.busy} onTap={() => void send('uphold')} />
    </View>
  )
}
