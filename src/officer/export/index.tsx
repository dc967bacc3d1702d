import { useState } from 'react'
import type { UnionId } from '../../../shared/core/ids'
import { Empty } from '../../components/Empty'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { goHome } from '../../services/route'
import { useUnion } from '../parts/use-office'
import { Ask } from './ask'
import { Choose } from './choose'
import { Files } from './files'
import './index.scss'
import type { Chosen, ExportView } from './texts'
import { useExport } from './use-export'
import { Working } from './working'

/** 导出表格: choose what, say what for, wait, take the file and its password. */
export default function ExportPage() {
  const union = useUnion()
  if (union === undefined)
    return (
      <Screen title="导出表格">
        <Empty
          title="不知道是哪个工会"
          note="请从工作台进来。"
          action={{ label: '回首页', onTap: () => void goHome() }}
        />
      </Screen>
    )
  return <Export union={union} />
}

/** How far along each state is, of the bar above the page. */
const along: Readonly<Record<ExportView['state'], number>> = { gathering: 0.6, ready: 0.9, removed: 1 }

function Export({ union }: { readonly union: UnionId }) {
  const { view, setView, problem, again } = useExport(union)
  const [chosen, setChosen] = useState<Chosen>()
  const done = () => {
    setView(undefined)
    setChosen(undefined)
  }
  return (
    <Screen title="导出表格" {...(view === undefined ? {} : { progress: along[view.state] })}>
      {problem !== undefined && (
        <Notice tone="danger" id="export-problem" action={{ id: 'export-again', label: '接着办', onTap: again }}>
          {`${problem.message}已经收集好的都在。`}
        </Notice>
      )}
      {view === undefined && chosen === undefined && <Choose union={union} onChoose={setChosen} onOpen={setView} />}
      {view === undefined && chosen !== undefined && (
        <Ask union={union} chosen={chosen} onOpened={setView} onBack={() => setChosen(undefined)} />
      )}
      {view?.state === 'gathering' && <Working view={view} />}
      {view !== undefined && view.state !== 'gathering' && (
        <Files key={view.export} union={union} view={view} onView={setView} onDone={done} />
      )}
    </Screen>
  )
}
