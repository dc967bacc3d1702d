import { View } from '@tarojs/components'
import { useState } from 'react'
import { membership } from '../../../shared/contract/membership'
import type { ConfirmationCode, UnionId } from '../../../shared/core/ids'
import { Empty } from '../../components/Empty'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { goHome } from '../../services/route'
import { useAct } from '../../services/use-act'
import { useUnion } from '../parts/use-office'
import { Checked } from './checked'
import { Choose } from './choose'
import { Columns } from './columns'
import './index.scss'
import type { ImportView } from './texts'
import { useImport } from './use-import'
import { Working } from './working'

/** 导入表格: choose a file, say what its columns are, look at what would come of it, have it written. */
export default function ImportPage() {
  const union = useUnion()
  if (union === undefined)
    return (
      <Screen title="导入表格">
        <Empty
          title="不知道是哪个工会"
          note="请从工作台进来。"
          action={{ label: '回首页', onTap: () => void goHome() }}
        />
      </Screen>
    )
  return <Import union={union} />
}

/** How far along each state is, of the bar above the page. */
const along: Readonly<Record<ImportView['state'], number>> = {
  uploading: 0.1,
  mapping: 0.3,
  reading: 0.45,
  matching: 0.6,
  checked: 0.75,
  applying: 0.9,
  done: 1,
  refused: 0.1,
  cancelled: 0.1,
}

function Import({ union }: { readonly union: UnionId }) {
  const { view, setView, open, problem, again } = useImport(union)
  const [remap, setRemap] = useState(false)
  const apply = useAct(membership, 'applyImport')
  const cancel = useAct(membership, 'cancelImport')
  const write = async (id: ImportView['import'], confirmation?: ConfirmationCode) => {
    const answer = await apply.run({ union, import: id, ...(confirmation === undefined ? {} : { confirmation }) })
    if (answer.ok) setView(answer.data)
  }
  const giveUp = async (id: ImportView['import']) => {
    const answer = await cancel.run({ union, import: id })
    if (answer.ok) setView(answer.data)
  }
  const shown = (next: ImportView) => {
    setRemap(false)
    setView(next)
  }
  return (
    <Screen title="导入表格" wide {...(view === undefined ? {} : { progress: along[view.state] })}>
      <View className="import">
        {problem !== undefined && (
          <Notice tone="danger" id="import-problem" action={{ id: 'import-again', label: '接着办', onTap: again }}>
            {`${problem.message}已经办好的都在，接着办不会重复。`}
          </Notice>
        )}
        {(apply.problem ?? cancel.problem) !== undefined && (
          <Notice tone="danger">{(apply.problem ?? cancel.problem)?.message}</Notice>
        )}
        <Step
          union={union}
          view={view}
          remap={remap}
          onView={shown}
          onOpen={(id) => void open(id)}
          onRemap={() => setRemap(true)}
          onApply={(id, confirmation) => void write(id, confirmation)}
          onCancel={(id) => void giveUp(id)}
          busy={apply.busy || cancel.busy}
        />
      </View>
    </Screen>
  )
}

interface StepProps {
  readonly union: UnionId
  readonly view: ImportView | undefined
  readonly remap: boolean
  readonly busy: boolean
  readonly onView: (view: ImportView) => void
  readonly onOpen: (id: ImportView['import']) => void
  readonly onRemap: () => void
  readonly onApply: (id: ImportView['import'], confirmation?: ConfirmationCode) => void
  readonly onCancel: (id: ImportView['import']) => void
}

function Step({ union, view, remap, busy, onView, onOpen, onRemap, onApply, onCancel }: StepProps) {
  if (view === undefined || view.state === 'uploading' || view.state === 'refused' || view.state === 'cancelled')
    return <Choose union={union} last={view} onView={onView} onOpen={onOpen} />
  if (view.state === 'mapping' || (view.state === 'checked' && remap))
    return (
      <Columns key={view.import} union={union} view={view} onView={onView} onCancel={() => onCancel(view.import)} />
    )
  if (view.state === 'checked' || view.state === 'done')
    return (
      <Checked
        union={union}
        view={view}
        busy={busy}
        onApply={(confirmation) => onApply(view.import, confirmation)}
        onCancel={() => onCancel(view.import)}
        onRemap={onRemap}
      />
    )
  return <Working view={view} />
}
