import { useCallback, useEffect, useState } from 'react'
import { membership } from '../../../shared/contract/membership'
import type { ImportId, UnionId } from '../../../shared/core/ids'
import { goesOn } from '../../../shared/roster/import'
import { act } from '../../services/api'
import type { Problem } from '../../services/problem'
import type { ImportView } from './texts'

/** So many calls in a row may take longer than an app waits. */
const mostLate = 5

/** 接着办 as long as the page is open: what the server does in stretches is asked for one after the other. A break loses nothing. */
export function useImport(union: UnionId | undefined) {
  const [view, setView] = useState<ImportView>()
  const [problem, setProblem] = useState<Problem>()
  const [turn, setTurn] = useState(0)
  const id = view?.import
  const running = view !== undefined && goesOn(view.state)

  useEffect(() => {
    if (union === undefined || id === undefined || !running) return
    let here = true
    void (async () => {
      let late = 0
      for (let on = true; on && here;) {
        const answer = await act(membership, 'carryImport', { union, import: id })
        if (!here) return
        if (!answer.ok) {
          // A long stretch goes on without us; what it did is there when the next call comes.
          if (answer.problem.kind === 'slow' && ++late < mostLate) continue
          return setProblem(answer.problem)
        }
        late = 0
        setView(answer.data)
        on = goesOn(answer.data.state)
      }
    })()
    return () => {
      here = false
    }
  }, [union, id, running, turn])

  /** Opens an import that was left, where it stands. */
  const open = useCallback(
    async (left: ImportId) => {
      if (union === undefined) return
      const answer = await act(membership, 'carryImport', { union, import: left })
      if (answer.ok) setView(answer.data)
      else setProblem(answer.problem)
    },
    [union],
  )
  const again = () => {
    setProblem(undefined)
    setTurn((before) => before + 1)
  }
  return { view, setView, open, problem, again }
}
