import { View } from '@tarojs/components'
import { useState } from 'react'
import { registry } from '../../../shared/contract/registry'
import type { RegistryPage } from '../../../shared/contract/registry-unions'
import type { UnionId } from '../../../shared/core/ids'
import { registeredFields, type RegisteredField } from '../../../shared/org/registered'
import { registryFields, type RegistryField } from '../../../shared/org/registry-fields'
import { Card } from '../../components/Card'
import { FactList } from '../../components/FactList'
import { Field } from '../../components/Field'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { SideAction } from '../../components/SideAction'
import { useAct } from '../../services/use-act'
import { registryFieldName, registryHint } from '../parts/registry-texts'
import { AskRegistered } from './registered'

interface Props {
  readonly union: UnionId
  readonly page: RegistryPage
  readonly reload: () => void
}

const sourceText = { told: '', computed: '（系统算的）', registered: '（登记的）' } as const

/** 11 项, in the order of annex 1, and what no annex asks for. */
export function Fields({ union, page, reload }: Props) {
  const [asked, setAsked] = useState<RegistryField | RegisteredField>()
  if (asked !== undefined) {
    const value = page.fields.find(({ key }) => key === asked)?.value ?? ''
    const done = (changed: boolean) => {
      setAsked(undefined)
      if (changed) reload()
    }
    const registered = registeredFields.find((one) => one === asked)
    const told = registryFields.find((one) => one === asked)
    if (registered !== undefined)
      return <AskRegistered union={union} field={registered} type={page.type} value={value} onDone={done} />
    if (told !== undefined) return <AskOne union={union} field={told} value={value} onDone={done} />
  }
  return (
    <Card title={page.name}>
      <FactList
        items={page.fields.map(({ key, value, source }) => {
          const told = page.may.fill && source === 'told' ? registryFields.find((one) => one === key) : undefined
          const registered =
            page.may.register && value !== undefined ? registeredFields.find((one) => one === key) : undefined
          const field = told ?? registered
          return {
            heading: `${registryFieldName[key]}${sourceText[source]}`,
            text: value ?? '还没有',
            ...(field === undefined
              ? {}
              : {
                  action: {
                    id: `registry-edit-${key}`,
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
  readonly field: RegistryField
  readonly value: string
  readonly onDone: (changed: boolean) => void
}

function AskOne({ union, field, value: before, onDone }: OneProps) {
  const save = useAct(registry, 'saveRegistryField')
  const [value, setValue] = useState(before)
  const refused = save.problem?.kind === 'refused' ? save.problem : undefined
  const send = async () => {
    if ((await save.run({ union, key: field, value })).ok) onDone(true)
  }
  return (
    <Card title={`${registryFieldName[field]}是什么？`}>
      <View className="decide">
        <Field
          id="registry-field"
          label={registryFieldName[field]}
          value={value}
          onInput={setValue}
          hint={registryHint[field]}
          error={refused?.message}
        />
        {save.problem !== undefined && refused === undefined && <Notice tone="danger">{save.problem.message}</Notice>}
        <MainAction id="registry-field-save" label="保存" busy={save.busy} onTap={() => void send()} />
        <SideAction id="registry-field-back" label="不改了" onTap={() => onDone(false)} />
      </View>
    </Card>
  )
}
