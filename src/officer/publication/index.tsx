import { useState } from 'react'
import { registry } from '../../../shared/contract/registry'
import { PublicationId, type UnionId } from '../../../shared/core/ids'
import type { PublicationFacts } from '../../../shared/org/publication'
import { Screen } from '../../components/Screen'
import { back, replaceWith, useParams } from '../../services/route'
import { useAct } from '../../services/use-act'
import { useAsk } from '../../services/use-ask'
import { useUnion } from '../parts/use-office'
import { draftOf, emptyDraft } from './draft'
import { PublicationForm } from './form'
import { Written, type View } from './written'

/** 写一条、看一条、改一条. */
export default function PublicationPage() {
  const union = useUnion()
  const read = PublicationId.safeParse(useParams()['publication'])
  const [changing, setChanging] = useState(false)
  const page = useAsk(registry, 'publication', read.success ? { publication: read.data } : undefined)
  if (union !== undefined && !read.success) return <Write union={union} />
  if (union !== undefined && page.data !== undefined && changing)
    return (
      <Change
        union={union}
        view={page.data}
        onDone={() => {
          setChanging(false)
          page.reload()
        }}
      />
    )
  return (
    <Screen title="会务公开" loading={page.loading} problem={page.problem} onRetry={page.reload}>
      {union !== undefined && page.data !== undefined && (
        <Written union={union} view={page.data} onChange={() => setChanging(true)} onWithdrawn={page.reload} />
      )}
    </Screen>
  )
}

function Write({ union }: { readonly union: UnionId }) {
  const publish = useAct(registry, 'publish')
  const send = async (facts: PublicationFacts) => {
    const done = await publish.run({ union, facts })
    if (done.ok) void replaceWith('officer/publication/index', { union, publication: done.data.publication })
  }
  return (
    <PublicationForm
      title="写一条"
      union={union}
      start={emptyDraft}
      sendLabel="发布"
      busy={publish.busy}
      problem={publish.problem}
      onSend={(facts) => void send(facts)}
      onCancel={() => void back()}
    />
  )
}

interface ChangeProps {
  readonly union: UnionId
  readonly view: View
  readonly onDone: () => void
}

function Change({ union, view, onDone }: ChangeProps) {
  const { publication, version: seen } = view
  const change = useAct(registry, 'changePublication')
  const send = async (facts: PublicationFacts) => {
    const done = await change.run({ union, publication, seen, facts })
    if (done.ok) onDone()
  }
  return (
    <PublicationForm
      title="修改"
      union={union}
      start={draftOf(view)}
      sendLabel="保存新的版本"
      busy={change.busy}
      problem={change.problem}
      onSend={(facts) => void send(facts)}
      onCancel={onDone}
    />
  )
}
