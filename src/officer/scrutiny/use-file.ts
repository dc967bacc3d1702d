import { useRef, useState } from 'react'
import { review as contract } from '../../../shared/contract/review'
import type { ReviewId, UnionId } from '../../../shared/core/ids'
import { ask } from '../../services/api'
import type { Problem } from '../../services/problem'
import { newFile } from '../../services/save-file'
import { growingFile, pagesIn, type PageOfCasts } from './pages'

/** 取文件: how far it is, of one. A break loses nothing of what was fetched. */
export type FileState =
  | { readonly at: 'begin' | 'fetching' | 'saved'; readonly done: number }
  | { readonly at: 'broken'; readonly done: number; readonly problem: Problem }

interface Job {
  readonly all: readonly PageOfCasts[]
  readonly file: ReturnType<typeof growingFile>
  readonly save: () => void
  next: number
}

interface Of {
  readonly union: UnionId
  readonly review: ReviewId
}

/** 取复核文件, page after page, and save it under this name. Called again after a break it goes on where it was. */
export function useFile({ union, review }: Of, fileName: string) {
  const [state, setState] = useState<FileState>({ at: 'begin', done: 0 })
  const job = useRef<Job | undefined>(undefined)

  async function begin(): Promise<Problem | undefined> {
    const draft = newFile()
    const answer = await ask(contract, 'exportHead', { union, review })
    if (!answer.ok) return answer.problem
    if (draft === undefined) return undefined
    const { head, pages } = answer.data
    const file = growingFile(head, (text) => draft.write(text))
    job.current = { all: pagesIn(pages), file, save: () => draft.save(fileName), next: 0 }
    return undefined
  }

  async function goOn(): Promise<Problem | undefined> {
    const problem = job.current === undefined ? await begin() : undefined
    const current = job.current
    if (problem !== undefined || current === undefined) return problem
    for (let page = current.all[current.next]; page !== undefined; page = current.all[current.next]) {
      const answer = await ask(contract, 'exportCasts', { union, review, ...page })
      if (!answer.ok) return answer.problem
      current.file.add(page, answer.data.casts)
      current.next += 1
      setState({ at: 'fetching', done: doneOf(current) })
    }
    current.file.end()
    current.save()
    job.current = undefined
    return undefined
  }

  async function fetch(): Promise<void> {
    setState({ at: 'fetching', done: doneOf(job.current) })
    const problem = await goOn()
    setState(problem === undefined ? { at: 'saved', done: 1 } : { at: 'broken', done: doneOf(job.current), problem })
  }
  return { state, fetch }
}

function doneOf(job: Job | undefined): number {
  return job === undefined || job.all.length === 0 ? 0 : job.next / job.all.length
}
