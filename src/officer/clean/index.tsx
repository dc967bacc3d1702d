import { View } from '@tarojs/components'
import { useState } from 'react'
import type { z } from 'zod'
import { membership } from '../../../shared/contract/membership'
import type { cleanProcedures } from '../../../shared/contract/membership-clean'
import type { UnionId } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { Confirm } from '../../components/Confirm'
import { Empty } from '../../components/Empty'
import { ListRow } from '../../components/ListRow'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { dayText, momentText } from '../../pages/today'
import { useReloadOnReturn } from '../../pages/use-reload-on-return'
import { back, go, useParams } from '../../services/route'
import { useAct } from '../../services/use-act'
import { useAsk } from '../../services/use-ask'
import { useUnion } from '../parts/use-office'
import '../parts/parts.scss'
import { inPlace } from '../parts/in-place'
import { Hanging, HangingBelow } from './hanging'
import './index.scss'
import { Pair } from './pair'
import { cleanTaskText } from './texts'
import { Units } from './units'

type Waiting = z.output<typeof cleanProcedures.cleanList.output>['tasks'][number]
type Merge = z.output<typeof cleanProcedures.cleanList.output>['merges'][number]

/** 数据清理: the list, or what the `task` parameter names. */
export default function CleanPage() {
  const union = useUnion()
  const { task, desk } = useParams()
  if (union !== undefined && task?.startsWith('same-person-twice:') === true) return <Pair union={union} task={task} />
  if (union !== undefined && task?.startsWith('same-unit-twice:') === true) return <Units union={union} task={task} />
  if (union !== undefined && task?.startsWith('hanging-membership:') === true)
    return desk === undefined ? (
      <Hanging union={union} task={task} />
    ) : (
      <HangingBelow union={union} desk={desk} task={task} />
    )
  return <List union={union} />
}

function List({ union }: { readonly union: UnionId | undefined }) {
  const list = useAsk(membership, 'cleanList', union === undefined ? undefined : { union })
  useReloadOnReturn(list.reload)
  const { tasks = [], merges = [] } = list.data ?? {}
  return (
    <Screen title="数据清理" loading={list.loading} problem={list.problem} onRetry={list.reload}>
      {union !== undefined && list.data !== undefined && (
        <View className="clean">
          {tasks.length === 0 && merges.length === 0 && (
            <Empty
              title="没有要清理的"
              note="系统每天查重复的人、重复的单位和空挂会员，有了会出现在这里。"
              action={{ label: '返回', onTap: () => void back() }}
            />
          )}
          {tasks.map((task) => (
            <OneTask key={task.task} union={union} waiting={task} />
          ))}
          {merges.map((merge) => (
            <Undoable key={merge.merge} union={union} merge={merge} reload={list.reload} />
          ))}
        </View>
      )}
    </Screen>
  )
}

function OneTask({ union, waiting }: { readonly union: UnionId; readonly waiting: Waiting }) {
  const { task, kind, name, from, dueOn } = waiting
  const { title, note } = cleanTaskText[kind]
  const { path, params } =
    from !== undefined && kind === 'hanging-membership'
      ? inPlace(union, task)
      : { path: 'officer/clean/index', params: { union, task } }
  return (
    <ListRow
      id={from === undefined ? `clean-${kind}` : `clean-${kind}-from-below`}
      title={title(name)}
      note={`${from === undefined ? '' : `${from} · `}${note} · ${dayText(dueOn)}前`}
      onTap={() => void go(path, params)}
    />
  )
}

interface UndoableProps {
  readonly union: UnionId
  readonly merge: Merge
  readonly reload: () => void
}

function Undoable({ union, merge: { merge, kind, name, at, until, moving }, reload }: UndoableProps) {
  const undoPersons = useAct(membership, 'undoMerge')
  const undoUnits = useAct(membership, 'undoUnitMerge')
  const undo = kind === 'person' ? undoPersons : undoUnits
  const [sure, setSure] = useState(false)
  const run = async () => {
    const done = await undo.run({ union, merge })
    setSure(false)
    if (done.ok) reload()
  }
  return (
    <Card
      title={`${name}的两份${moving === 'back' ? '正在分开' : '已经合并'}`}
      note={
        moving === 'back'
          ? '会员和申请正在一个个归回原处，几分钟后就好。'
          : `${momentText(at)}合并，${momentText(until)}前可以撤销${moving === 'forward' ? '。会员还在一个个归过来' : ''}`
      }
    >
      {undo.problem !== undefined && <Notice tone="danger">{undo.problem.message}</Notice>}
      {moving !== 'back' && <SideAction id="clean-undo" label="撤销合并" danger onTap={() => setSure(true)} />}
      <Confirm
        open={sure}
        title={`撤销${name}的合并？`}
        text="两份都恢复成合并以前的样子。合并以后办的事，留在保留的那一份上。"
        confirmLabel="撤销合并"
        danger
        busy={undo.busy}
        onCancel={() => setSure(false)}
        onConfirm={() => void run()}
      />
    </Card>
  )
}
