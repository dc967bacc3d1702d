import { useEffect, useState } from 'react'
import { membership } from '../../../shared/contract/membership'
import type { UnionId } from '../../../shared/core/ids'
import { act } from '../../services/api'
import type { Problem } from '../../services/problem'
import type { ExportView } from './texts'

/** 接着收集 as long as the page is open; what is gathered stays when it is closed. */
export function useExport(union: UnionId) {
  const [view, setView] = useState<ExportView>()
  const [problem, setProblem] = useState<Problem>()
  const [turn, setTurn] = useState(0)
  const id = view?.export
  const running = view?.state === 'gathering'

  useEffect(() => {
    if (id === undefined || !running) return
    let here = true
    void (async () => {
      for (let on = true; on && here;) {
        const answer = await act(membership, 'carryExport', { union, export: id })
        if (!here) return
        if (!answer.ok) return setProblem(answer.problem)
        setView(answer.data)
        on = answer.data.state === 'gathering'
      }
    })()
    return () => {
      here = false
    }
  }, [union, id, running, turn])

  const again = () => {
    setProblem(undefined)
    setTurn((before) => before + 1)
  }
  return { view, setView, problem, again }
}
