import { View } from '@tarojs/components'
import { useState } from 'react'
import { registry } from '../../../shared/contract/registry'
import type { UnionId } from '../../../shared/core/ids'
import { typesLike, type RegisteredField } from '../../../shared/org/registered'
import { unionTypeName, type UnionType } from '../../../shared/org/union'
import { UnitKind } from '../../../shared/org/unit'
import { Card } from '../../components/Card'
import { Field } from '../../components/Field'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { PickField } from '../../components/PickField'
import { SideAction } from '../../components/SideAction'
import { useAct } from '../../services/use-act'
import { registryFieldName } from '../parts/registry-texts'

interface Props {
  readonly union: UnionId
  readonly field: RegisteredField
  readonly type: UnionType
  /** As it is shown. */
  readonly value: string
  readonly onDone: (changed: boolean) => void
}

/** 改登记的项: what was decided, entered by those above. */
export function AskRegistered({ union, field, type, value: shown, onDone }: Props) {
  const save = useAct(registry, 'saveRegistered')
  const [value, setValue] = useState<string>(field === 'type' ? type : shown)
  const options = optionsOf(field, type)
  const refused = save.problem?.kind === 'refused' ? save.problem : undefined
  const send = async () => {
    if ((await save.run({ union, field, value })).ok) onDone(true)
  }
  return (
    <Card title={`${registryFieldName[field]}改成什么？`} note="要有决定或批复；改了以后，变动记录里看得到。">
      <View className="decide">
        {options === undefined ? (
          <Field
            id="registered-value"
            label={registryFieldName[field]}
            value={value}
            maxLength={60}
            onInput={setValue}
            error={refused?.message}
          />
        ) : (
          <PickField
            id="registered-value"
            label={registryFieldName[field]}
            value={value}
            options={options}
            onChange={setValue}
          />
        )}
        {save.problem !== undefined && (refused === undefined || options !== undefined) && (
          <Notice tone="danger">{save.problem.message}</Notice>
        )}
        <MainAction id="registered-save" label="保存" busy={save.busy} onTap={() => void send()} />
        <SideAction id="registered-back" label="不改了" onTap={() => onDone(false)} />
      </View>
    </Card>
  )
}

function optionsOf(field: RegisteredField, type: UnionType) {
  switch (field) {
    case 'unitName':
    case 'name':
      return undefined
    case 'type':
      return typesLike(type).map((one) => ({ value: one, label: unionTypeName[one] }))
    case 'unitKind':
      return UnitKind.options.map((kind) => ({ value: kind, label: kind }))
  }
}
