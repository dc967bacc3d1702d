import { useState } from 'react'
import { home } from '../../../../../shared/contract/home'
import { ManagementId, type Revision, type UnionId } from '../../../../../shared/core/ids'
import { ManagementKind } from '../../../../../shared/home/management/facts'
import { Empty } from '../../../../components/Empty'
import { MainAction } from '../../../../components/MainAction'
import { Notice } from '../../../../components/Notice'
import { Screen } from '../../../../components/Screen'
import { SideAction } from '../../../../components/SideAction'
import { useUnion } from '../../../parts/use-office'
import { showFirstError } from '../../../../pages/show-first-error'
import { back, useParams } from '../../../../services/route'
import { useAct } from '../../../../services/use-act'
import { useAsk } from '../../../../services/use-ask'
import { useDraft } from '../../parts/use-draft'
import { kindName, kindNote } from '../texts'
import { Draft, draftOf, emptyDraft, judged, toldOf } from './draft'
import { Fields } from './fields'

/** 登记一条民主管理的记录, or amend the one that the link names. */
export default function WriteManagementPage() {
  const union = useUnion()
  const params = useParams()
  const kind = ManagementKind.safeParse(params['kind'])
  const id = ManagementId.safeParse(params['id'])
  if (union === undefined || !kind.success)
    return (
      <Screen title="民主管理">
        <Empty title="没有找到要登记的事" action={{ id: 'management-back', label: '返回', onTap: () => void back() }} />
      </Screen>
    )
  return id.success ? (
    <Amend union={union} kind={kind.data} id={id.data} />
  ) : (
    <Write union={union} kind={kind.data} start={emptyDraft} />
  )
}

interface Props {
  readonly union: UnionId
  readonly kind: ManagementKind
}

function Amend({ id, ...props }: Props & { readonly id: ManagementId }) {
  const { data, ...page } = useAsk(home, 'managementRecord', { union: props.union, id })
  if (data === undefined)
    return <Screen title="民主管理" loading={page.loading} problem={page.problem} onRetry={page.reload} />
  return <Write {...props} start={draftOf(data.facts)} amends={{ id, seen: data.version }} />
}

interface WriteProps extends Props {
  readonly start: Draft
  readonly amends?: { readonly id: ManagementId; readonly seen: Revision }
}

function Write({ union, kind, start, amends }: WriteProps) {
  const name = amends === undefined ? `${union}.${kind}` : `${amends.id}.${amends.seen}`
  const { draft, change, forget } = useDraft(`management.${name}`, Draft, start)
  const [tried, setTried] = useState(false)
  const record = useAct(home, 'recordManagement')
  const amend = useAct(home, 'amendManagement')
  const title = `${amends === undefined ? '登记' : '修改'}${kindName[kind]}`
  if (draft === undefined) return <Screen title={title} loading />
  const { facts, errors } = judged(kind, draft)
  const send = async () => {
    setTried(true)
    if (facts === undefined) return showFirstError()
    const done = await (amends === undefined ? record.run({ union, facts }) : amend.run({ union, ...amends, facts }))
    if (!done.ok) return
    forget()
    void back()
  }
  const problem = record.problem ?? amend.problem
  const { told, elsewhere } = toldOf(kind, draft, problem?.kind === 'refused' ? problem.fields : {})
  const notice = elsewhere ?? (Object.keys(told).length === 0 ? problem?.message : undefined)
  return (
    <Screen title={title}>
      <Notice tone="info">{kindNote[kind]}。</Notice>
      <Fields
        union={union}
        kind={kind}
        draft={draft}
        errors={{ ...(tried ? errors : {}), ...told }}
        onChange={change}
      />
      {notice !== undefined && <Notice tone="danger">{notice}</Notice>}
      <MainAction
        id="management-send"
        label={amends === undefined ? '登记' : '保存'}
        busy={record.busy || amend.busy}
        onTap={() => void send()}
      />
      <SideAction id="management-back" label="先放着" onTap={() => void back()} />
    </Screen>
  )
}
