import { useCallback, useState } from 'react'
import { registry } from '../../../shared/contract/registry'
import { UnionId, UnitId } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { Confirm } from '../../components/Confirm'
import { Empty } from '../../components/Empty'
import { ListRow } from '../../components/ListRow'
import { Notice } from '../../components/Notice'
import { PickField } from '../../components/PickField'
import { ProblemState } from '../../components/ProblemState'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { UnitSearch } from '../../components/UnitSearch'
import { ask } from '../../services/api'
import { go, useParams } from '../../services/route'
import { useAct } from '../../services/use-act'
import { usePages } from '../../services/use-pages'
import { useUnion } from '../parts/use-office'
import { useUnionsBelow } from '../parts/use-unions-below'
import '../parts/parts.scss'

/** 联合工会的单位: which joint union below, then one more unit or one less. */
export default function CoveringPage() {
  const union = useUnion()
  const below = useUnionsBelow(union)
  const [picked, setPicked] = useState<string>()
  const joint = UnionId.safeParse(picked)
  const options = (below.unions ?? [])
    .filter((one) => one.joint)
    .map(({ union: id, name }) => ({ value: String(id), label: name }))
  return (
    <Screen title="联合工会的单位" loading={below.loading} problem={below.problem} onRetry={below.reload}>
      {below.unions !== undefined && union !== undefined && options.length === 0 && (
        <Empty
          title="下面还没有联合工会"
          note="几家单位合起来建会，叫联合工会。"
          action={{ id: 'covering-found', label: '建一个', onTap: () => void go('officer/found/index', { union }) }}
        />
      )}
      {union !== undefined && options.length > 0 && (
        <>
          <PickField id="covering-union" label="哪个联合工会？" value={picked} options={options} onChange={setPicked} />
          {joint.success && <Units key={joint.data} union={union} joint={joint.data} />}
        </>
      )}
    </Screen>
  )
}

interface Asked {
  readonly unit: UnitId
  readonly name: string
  readonly what: 'add' | 'end'
}

function Units({ union, joint }: { readonly union: UnionId; readonly joint: UnionId }) {
  const fetch = useCallback(
    (cursor: string | undefined) =>
      ask(registry, 'coveredUnits', { union, joint, ...(cursor === undefined ? {} : { cursor }) }),
    [union, joint],
  )
  const pages = usePages({ fetch, idOf: ({ unit }: RowProps['row']) => unit })
  const [adding, setAdding] = useState(false)
  const [byHand, setByHand] = useState(false)
  const given = useParams()
  const unit = UnitId.safeParse(given['unit'])
  const [asked, setAsked] = useState<Asked | undefined>(
    unit.success ? { unit: unit.data, name: given['name'] ?? '这家单位', what: 'add' } : undefined,
  )
  const add = useAct(registry, 'coverUnits')
  const end = useAct(registry, 'uncoverUnit')
  const problem = add.problem ?? end.problem
  const run = async ({ unit, what }: Asked) => {
    const answer =
      what === 'add' ? await add.run({ union, joint, units: [unit] }) : await end.run({ union, joint, unit })
    setAsked(undefined)
    if (!answer.ok) return
    setAdding(false)
    pages.reload()
  }
  if (pages.problem !== undefined) return <ProblemState problem={pages.problem} onRetry={pages.reload} />
  if (pages.latest === undefined) return null
  return (
    <>
      {problem !== undefined && <Notice tone="danger">{problem.message}</Notice>}
      <Card title={`覆盖 ${pages.latest.count} 家单位`} note="点一家，可以不再覆盖它。">
        {pages.rows.length === 0 && <Empty title="还没有覆盖单位" note="点下面的按钮加一家。" />}
        {pages.rows.map((row) => (
          <UnitRow key={row.unit} row={row} onTap={(name) => setAsked({ unit: row.unit, name, what: 'end' })} />
        ))}
        {pages.hasMore && <SideAction id="covering-more" label="接着看" busy={pages.loadingMore} onTap={pages.more} />}
      </Card>
      {adding ? (
        <UnitSearch
          id="covering-search"
          label="加哪家单位？"
          onPick={({ unit, name }) => setAsked({ unit, name, what: 'add' })}
          onByHand={() => setByHand(true)}
        />
      ) : (
        <SideAction id="covering-add" label="加一家单位" onTap={() => setAdding(true)} />
      )}
      {byHand && <Notice tone="warning">名录里没有的单位不能加，请先把单位登记进名录。</Notice>}
      {asked !== undefined && (
        <Confirm
          open
          title={asked.what === 'add' ? `由它覆盖${asked.name}？` : `不再覆盖${asked.name}？`}
          text={
            asked.what === 'add'
              ? '以后这家单位的职工入会，由这个联合工会办。现有会员不动。'
              : '以后这家单位的职工入会，按规则另外推荐工会。现有会员不动。'
          }
          confirmLabel={asked.what === 'add' ? '覆盖' : '不再覆盖'}
          danger={asked.what === 'end'}
          busy={add.busy || end.busy}
          onCancel={() => setAsked(undefined)}
          onConfirm={() => void run(asked)}
        />
      )}
    </>
  )
}

interface RowProps {
  readonly row: { readonly unit: UnitId; readonly name: string; readonly place: string }
  readonly onTap: (name: string) => void
}

function UnitRow({ row: { unit, name, place }, onTap }: RowProps) {
  return <ListRow id={`covering-${unit}`} title={name} note={place} onTap={() => onTap(name)} />
}
