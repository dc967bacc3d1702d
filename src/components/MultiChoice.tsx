import { Text, View } from '@tarojs/components'
import type { Choice } from './ChoiceList'
import { tappable } from './tappable'
import './ChoiceList.scss'

export interface MultiChoiceProps<Value extends string> {
  readonly label?: string
  readonly values: readonly Value[]
  readonly options: readonly Choice<Value>[]
  readonly onChange: (values: readonly Value[]) => void
  readonly id?: string
}

/** 多选: reasons, a tap each. */
export function MultiChoice<Value extends string>({ label, values, options, onChange, id }: MultiChoiceProps<Value>) {
  const toggle = (value: Value) =>
    onChange(values.includes(value) ? values.filter((one) => one !== value) : [...values, value])
  return (
    <View className="choices">
      {label !== undefined && <Text className="choices-label">{label}</Text>}
      <View className="chips">
        {options.map((option) => (
          <View
            key={option.value}
            {...(id === undefined ? {} : { id: `${id}-${option.value}` })}
            className={`chip${values.includes(option.value) ? ' chip-on' : ''}`}
            onClick={() => toggle(option.value)}
            {...tappable({ role: 'checkbox', label: option.label, checked: values.includes(option.value) })}
          >
            {option.label}
          </View>
        ))}
      </View>
    </View>
  )
}
