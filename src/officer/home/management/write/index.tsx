import { useState } from 'react'
import { home } from '../../../../../shared/contract/home'
import type { UnionId } from '../../../../../shared/core/ids'
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
import { useDraft } from '../../parts/use-draft'
import { kindName, kindNote } from '../texts'
import { Draft, emptyDraft, judged } from './draft'
import { Fields } from './fields'

/** 登记一条民主管理的记录. */
export default function WriteManagementPage() {
  const union = useUnion()
  const kind = ManagementKind.safeParse(useParams()['kind'])
  if (union === undefined || !kind.success)
    return (
      <Screen title="民主管理">
        <Empty title="没有找到要登记的事" action={{ id: 'management-back', label: '返回', onTap: () => void back() }} />
      </Screen>
    )
  return <Write union={union} kind={kind.data} />
}

function Write({ union, kind }: { readonly union: UnionId; readonly kind: ManagementKind }) {
  const { draft, change, forget } = useDraft(`management.${union}.${kind}`, Draft, emptyDraft)
  const [tried, setTried] = useState(false)
  const record = useAct(home, 'recordManagement')
  const title = `登记${kindName[kind]}`
  if (draft === undefined) return <Screen title={title} loading />
  const { facts, errors } = judged(kind, draft)
  const send = async () => {
    setTried(true)
    if (facts === undefined) return showFirstError()
    const done = await record.run({ union, facts })
    if (!done.ok) return
    forget()
    void back()
  }
  const refused = record.problem?.kind === 'refused' ? record.problem.fields : {}
  const told = Object.fromEntries(
    Object.entries(refused).map(([field, message]) => [field.replace(/^facts\./, ''), message]),
  )
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
      {record.problem !== undefined && Object.keys(refused).length === 0 && (
        <Notice tone="danger">{record.problem.message}</Notice>
      )}
      <MainAction id="management-send" label="登记" busy={record.busy} onTap={() => void send()} />
      <SideAction id="management-back" label="先放着" onTap={() => void back()} />
    </Screen>
  )
}
