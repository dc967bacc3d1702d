import { View } from '@tarojs/components'
import { useState } from 'react'
import { registry } from '../../../shared/contract/registry'
import type { RegistryPage } from '../../../shared/contract/registry-unions'
import type { UnionId } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { ChoiceList } from '../../components/ChoiceList'
import { Confirm } from '../../components/Confirm'
import { Field } from '../../components/Field'
import { ListRow } from '../../components/ListRow'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { SideAction } from '../../components/SideAction'
import { fullDayText } from '../../pages/today'
import { useAct } from '../../services/use-act'

type Branch = RegistryPage['branches'][number]
type Edited = Partial<Pick<Branch, 'branch' | 'kind' | 'name'>>

interface Props {
  readonly union: UnionId
  readonly page: RegistryPage
  readonly reload: () => void
}

const kindName = { branch: '分工会', group: '工会小组' } as const

/** 分工会、工会小组. */
export function Branches({ union, page: { branches, may }, reload }: Props) {
  const [edited, setEdited] = useState<Edited>()
  const done = () => {
    setEdited(undefined)
    reload()
  }
  return (
    <Card title="分工会、工会小组" note={branches.length === 0 ? '还没有。' : `${branches.length} 个`}>
      {branches.map((branch) => (
        <ListRow
          key={branch.branch}
          id={`branch-${branch.branch}`}
          title={branch.name}
          note={`${kindName[branch.kind]}，${fullDayText(branch.since)}设`}
          {...(may.elect ? { onTap: () => setEdited(branch) } : {})}
        />
      ))}
      {edited !== undefined && <Edit key={edited.branch ?? 'new'} union={union} edited={edited} onDone={done} />}
      {edited === undefined && may.elect && (
        <SideAction id="registry-branch" label="设一个" onTap={() => setEdited({})} />
      )}
    </Card>
  )
}

function Edit({
  union,
  edited: { branch, kind: before, name: named = '' },
  onDone,
}: {
  readonly union: UnionId
  readonly edited: Edited
  readonly onDone: () => void
}) {
  const save = useAct(registry, 'saveBranch')
  const end = useAct(registry, 'endBranch')
  const [kind, setKind] = useState(before)
  const [name, setName] = useState(named)
  const [tried, setTried] = useState(false)
  const [asked, setAsked] = useState(false)
  const problem = save.problem ?? end.problem
  const send = async () => {
    setTried(true)
    if (kind === undefined || name.trim().length < 2) return
    if ((await save.run({ union, kind, name, ...(branch === undefined ? {} : { branch }) })).ok) onDone()
  }
  const finish = async () => {
    if (branch === undefined) return
    const ended = await end.run({ union, branch })
    setAsked(false)
    if (ended.ok) onDone()
  }
  return (
    <View className="decide">
      {branch === undefined && (
        <ChoiceList
          id="branch-kind"
          label="设哪一种？"
          value={kind}
          options={[
            { value: 'branch', label: kindName.branch },
            { value: 'group', label: kindName.group },
          ]}
          onChange={setKind}
          error={tried && kind === undefined ? '请选一项' : undefined}
        />
      )}
      <Field
        id="branch-name"
        label="名称"
        value={name}
        maxLength={40}
        onInput={setName}
        error={tried && name.trim().length < 2 ? '请写名称' : undefined}
      />
      {problem !== undefined && <Notice tone="danger">{problem.message}</Notice>}
      <MainAction id="branch-save" label="保存" busy={save.busy} onTap={() => void send()} />
      {branch !== undefined && <SideAction id="branch-end" label="撤掉" onTap={() => setAsked(true)} />}
      <Confirm
        open={asked}
        title={`撤掉${named}？`}
        text="名录里不再列出，变动记录里还在。"
        confirmLabel="撤掉"
        danger
        busy={end.busy}
        onCancel={() => setAsked(false)}
        onConfirm={() => void finish()}
      />
    </View>
  )
}
