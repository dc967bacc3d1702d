import { Text } from '@tarojs/components'
import { useState } from 'react'
import { registry } from '../../../shared/contract/registry'
import type { UnitId } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { ChoiceList } from '../../components/ChoiceList'
import { FactList } from '../../components/FactList'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { RegionPicker } from '../../components/RegionPicker'
import { SideAction } from '../../components/SideAction'
import { UnitSearch } from '../../components/UnitSearch'
import { useAsk } from '../../services/use-ask'
import { Bars } from '../parts/bars'
import '../parts/parts.scss'
import type { StepProps } from './draft'

export function AskKind({ draft, onChange, onNext }: StepProps) {
  return (
    <>
      <ChoiceList
        id="found-kind"
        label="建哪一种？"
        value={draft.kind}
        options={[
          { value: 'alone', label: '一家单位自己的工会', note: '企业、机关、事业单位、社会组织' },
          { value: 'together', label: '几家单位的联合工会', note: '社区、楼宇、市场、行业、新就业形态' },
        ]}
        onChange={(kind) => {
          const { type: _, ...rest } = draft
          onChange({ ...rest, kind })
        }}
      />
      <MainAction id="found-next" label="下一步" disabled={draft.kind === undefined} onTap={onNext} />
    </>
  )
}

export function AskUnit({ draft, onChange }: StepProps) {
  const [unknown, setUnknown] = useState(false)
  return (
    <>
      <UnitSearch
        id="found-unit"
        label="哪家单位？"
        onPick={({ unit, name }) => onChange({ ...draft, unit: { unit, name } })}
        onByHand={() => setUnknown(true)}
      />
      {unknown && <Notice tone="warning">名录里没有的单位，先在组织名录登记，再来建会。</Notice>}
    </>
  )
}

/** What it would touch, before anything is filled in. */
export function SeeUnit({ union, unit, draft, onChange, onNext }: StepProps & { readonly unit: UnitId }) {
  const seen = useAsk(registry, 'foundPreview', { union, unit })
  const other = () => {
    const { unit: _, ...rest } = draft
    onChange(rest)
  }
  const { data, problem } = seen
  return (
    <>
      {problem !== undefined && <Notice tone="danger">{problem.message}</Notice>}
      {data !== undefined && (
        <>
          <Card title={data.unitName} note={data.place}>
            <FactList
              items={[
                { heading: '职工', text: `${data.staff} 人` },
                {
                  heading: '现在由谁组织',
                  text: data.coveredBy.length === 0 ? '还没有工会' : data.coveredBy.join('、'),
                },
              ]}
            />
          </Card>
          <Card title="建会以后，会涉及">
            <Bars
              items={[
                { label: '登记在这家单位的会员', count: data.members },
                { label: '由它派遣出去的会员', count: data.dispatched },
                { label: '正在办的申请', count: data.applications },
              ]}
            />
          </Card>
          <MainAction
            id="found-next"
            label="就给它建会"
            onTap={() => {
              onChange({
                ...draft,
                unit: { unit, name: data.unitName },
                name: draft.name === '' ? data.suggestedName : draft.name,
              })
              onNext()
            }}
          />
        </>
      )}
      <SideAction id="found-other" label="换一家单位" onTap={other} />
    </>
  )
}

export function AskPlace({ draft, onChange, onNext }: StepProps) {
  return (
    <>
      <Text className="detail-note">联合工会在哪里？</Text>
      {draft.place !== undefined && <Notice tone="success">{draft.place.name}</Notice>}
      <RegionPicker
        id="found-place"
        {...(draft.place === undefined ? {} : { value: draft.place })}
        onPick={(place) => onChange({ ...draft, place })}
      />
      <MainAction id="found-next" label="下一步" disabled={draft.place === undefined} onTap={onNext} />
    </>
  )
}

export function AskUnits({ draft, onChange, onNext }: StepProps) {
  return (
    <>
      <UnitSearch
        id="found-units"
        label="覆盖哪些单位？（可以先不选，最多 30 家）"
        onPick={(hit) =>
          onChange({ ...draft, units: [...draft.units.filter(({ unit }) => unit !== hit.unit), hit].slice(0, 30) })
        }
        onByHand={() => {}}
      />
      {draft.units.map((hit) => (
        <Card key={hit.unit} title={hit.name}>
          <SideAction
            label="去掉"
            onTap={() => onChange({ ...draft, units: draft.units.filter(({ unit }) => unit !== hit.unit) })}
          />
        </Card>
      ))}
      <MainAction
        id="found-next"
        label={draft.units.length === 0 ? '先不选单位' : `这 ${draft.units.length} 家`}
        onTap={onNext}
      />
    </>
  )
}
