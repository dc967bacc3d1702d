import { useState } from 'react'
import type { z } from 'zod'
import { membership } from '../../../../shared/contract/membership'
import { Card } from '../../../components/Card'
import { Notice } from '../../../components/Notice'
import { SideAction } from '../../../components/SideAction'
import { Steps } from '../../../components/Steps'
import { ask } from '../../../services/api'
import { momentText } from '../../today'

type Page = z.output<typeof membership.procedures.myHistory.output>

/** 会籍变动: the newest first; older ones come when they are asked for. */
export function History({ first }: { readonly first: Page }) {
  const [older, setOlder] = useState<readonly Page[]>([])
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const pages = [first, ...older]
  const cursor = pages.at(-1)?.historyCursor
  const more = async () => {
    if (cursor === undefined) return
    setBusy(true)
    const answer = await ask(membership, 'myHistory', { cursor })
    setBusy(false)
    if (answer.ok) setOlder([...older, answer.data])
    setProblem(answer.ok ? undefined : answer.problem.message)
  }
  return (
    <Card title="会籍变动" id="membership-history">
      <Steps
        items={pages
          .flatMap(({ history }) => history)
          .map(({ at, text, clause }) => ({
            state: 'done' as const,
            title: text,
            note: clause === undefined ? momentText(at) : `${momentText(at)} · ${clause}`,
          }))}
      />
      {problem !== undefined && <Notice tone="danger">{problem}</Notice>}
      {cursor !== undefined && (
        <SideAction id="membership-history-more" label="看更早的" busy={busy} onTap={() => void more()} />
      )}
    </Card>
  )
}
