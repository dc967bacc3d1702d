import { View } from '@tarojs/components'
import { useState } from 'react'
import type { z } from 'zod'
import { membership } from '../../../shared/contract/membership'
import type { RoundView } from '../../../shared/contract/membership-rounds'
import type { UnionId } from '../../../shared/core/ids'
import { toldFields, unionFieldNames, type ToldField, type UnionFieldKey } from '../../../shared/org/union-fields'
import { Card } from '../../components/Card'
import { FactList } from '../../components/FactList'
import { Field } from '../../components/Field'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { SideAction } from '../../components/SideAction'
import { useAct } from '../../services/use-act'
import { fieldHint } from '../parts/round-texts'

type Fields = z.output<typeof RoundView>['fields']

const told = (key: UnionFieldKey): ToldField | undefined => toldFields.find((one) => one === key)

interface Props {
  readonly union: UnionId
  readonly fields: Fields
  readonly reload: () => void
}

/** 11 项: what stands there; what a person must tell can be told here, one question at a time. */
export function UnionFields({ union, fields, reload }: Props) {
  const [asked, setAsked] = useState<ToldField>()
  const current = fields.find(({ key }) => key === asked)
  if (asked !== undefined)
    return (
      <AskOne
        union={union}
        field={asked}
        value={current?.value ?? ''}
        onDone={(changed) => {
          setAsked(undefined)
          if (changed) reload()
        }}
      />
    )
  return (
    <Card title="工会信息" note="11 项里，会员人数、负责人由系统算，不用填。">
      <FactList
        items={fields.map(({ key, value, before, changed, source }) => {
          const field = source === 'told' ? told(key) : undefined
          return {
            heading: changed ? `${unionFieldNames[key]}（有变化）` : unionFieldNames[key],
            text: `${value ?? '还没有'}${before === undefined ? '' : `（上次：${before}）`}`,
            ...(field === undefined
              ? {}
              : {
                  action: {
                    id: `round-edit-${key}`,
                    label: value === undefined ? '填写' : '修改',
                    onTap: () => setAsked(field),
                  },
                }),
          }
        })}
      />
    </Card>
  )
}

interface OneProps {
  readonly union: UnionId
  readonly field: ToldField
  readonly value: string
  readonly onDone: (changed: boolean) => void
}

function AskOne({ union, field, value: before, onDone }: OneProps) {
  const save = useAct(membership, 'saveUnionField')
  const [value, setValue] = useState(before)
  const refused = save.problem?.kind === 'refused' ? save.problem : undefined
  const send = async () => {
    const done = await save.run({ union, key: field, value })
    if (done.ok) onDone(true)
  }
  return (
    <Card title={`${unionFieldNames[field]}是什么？`}>
      <View className="decide">
        <Field
          id="round-field"
          label={unionFieldNames[field]}
          value={value}
          onInput={setValue}
          hint={fieldHint[field]}
          type={field === 'staff' ? 'number' : 'text'}
          error={refused?.message}
        />
        {save.problem !== undefined && refused === undefined && <Notice tone="danger">{save.problem.message}</Notice>}
        <MainAction id="round-field-save" label="保存" busy={save.busy} onTap={() => void send()} />
        <SideAction id="round-field-back" label="不改了" onTap={() => onDone(false)} />
      </View>
    </Card>
  )
}
