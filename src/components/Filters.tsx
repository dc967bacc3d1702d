import { View } from '@tarojs/components'
import { tappable } from './tappable'
import './ChoiceList.scss'

export interface FiltersProps<Value extends string> {
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string; readonly count?: number }[]
  readonly onChange: (value: Value) => void
  readonly id?: string
}

/** 筛选, above a list. */
export function Filters<Value extends string>({ value, options, onChange, id }: FiltersProps<Value>) {
  return (
    <View className="chips">
      {options.map((option) => (
        <View
          key={option.value}
          {...(id === undefined ? {} : { id: `${id}-${option.value}` })}
          className={`chip${option.value === value ? ' chip-on' : ''}`}
          onClick={() => onChange(option.value)}
          {...tappable({ role: 'tab', label: option.label, checked: option.value === value })}
        >
          {option.count === undefined ? option.label : `${option.label} ${option.count}`}
        </View>
      ))}
    </View>
  )
}
