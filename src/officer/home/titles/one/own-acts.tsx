import { useState } from 'react'
import { View } from '@tarojs/components'
import { home } from '../../../../../shared/contract/home'
import type { UnionId } from '../../../../../shared/core/ids'
import { unreachable } from '../../../../../shared/core/unreachable'
import { Confirm } from '../../../../components/Confirm'
import { Field } from '../../../../components/Field'
import { MainAction } from '../../../../components/MainAction'
import { Notice } from '../../../../components/Notice'
import { SideAction } from '../../../../components/SideAction'
import { useAct } from '../../../../services/use-act'
import { go } from '../../../../services/route'
import { useKeptText } from '../../parts/use-kept-text'
import { levelName, type Title } from '../texts'

interface Props {
  readonly union: UnionId
  readonly title: Title
  readonly keeperName: string | undefined
  readonly onDone: () => void
}

/** 创建、申报、撤回. */
export function OwnActs({ union, title: { level, state }, keeperName = '上级工会', onDone }: Props) {
  const act = useAct(home, 'stepTitle')
  const [note, setNote] = useKeptText(`title:${union}:${level}`)
  const [tried, setTried] = useState(false)
  const [sure, setSure] = useState(false)
  const run = async (step: { kind: 'begin' } | { kind: 'take-back' } | { kind: 'apply'; note: string }) => {
    const done = await act.run({ union, level, step })
    setSure(false)
    if (!done.ok) return
    if (step.kind === 'apply') setNote('')
    onDone()
  }
  const apply = () => {
    setTried(true)
    if (note.trim().length >= 10) void run({ kind: 'apply', note: note.trim() })
  }
  const takeBack = <SideAction id="title-take-back" label="撤回" onTap={() => setSure(true)} />
  const acts = () => {
    switch (state) {
      case 'none':
        return (
          <>
            <Notice tone="info">创建 → 申报 → 考核 → 表彰，以后定期复查（鲁会〔2014〕79号 18）。</Notice>
            <MainAction
              id="title-begin"
              label={`开始创建${levelName[level]}`}
              busy={act.busy}
              onTap={() => void run({ kind: 'begin' })}
            />
          </>
        )
      case 'building':
        return (
          <>
            <Field
              id="title-note"
              label="做了什么？写几句"
              value={note}
              maxLength={500}
              multiline
              hint="标准各项有记录，这里不用重写；不写职工姓名"
              onInput={setNote}
              error={tried && note.trim().length < 10 ? '请至少写 10 个字' : undefined}
            />
            <MainAction id="title-apply" label={`向${keeperName}申报`} busy={act.busy} onTap={apply} />
            {takeBack}
          </>
        )
      case 'applied':
        return (
          <>
            <Notice tone="info">{`等${keeperName}考核。`}</Notice>
            {takeBack}
          </>
        )
      case 'passed':
        return <Notice tone="success">{`考核通过了，等${keeperName}表彰。`}</Notice>
      case 'held':
        return (
          <SideAction
            id="title-honour"
            label={`推荐${levelName[level]}劳动奖状、奖章`}
            onTap={() => void go('officer/home/titles/honour/index', { union, level })}
          />
        )
      case 'rechecking':
        return <Notice tone="warning">{`${keeperName}正在复查，称号还在。`}</Notice>
      default:
        return unreachable(state)
    }
  }
  return (
    <View className="decide">
      {act.problem !== undefined && <Notice tone="danger">{act.problem.message}</Notice>}
      {acts()}
      <Confirm
        open={sure}
        title={`撤回${levelName[level]}模范职工之家？`}
        text="撤回以后，还可以重新创建、申报。"
        confirmLabel="撤回"
        busy={act.busy}
        onCancel={() => setSure(false)}
        onConfirm={() => void run({ kind: 'take-back' })}
      />
    </View>
  )
}
