import { Text, View } from '@tarojs/components'
import { tappable } from './tappable'
import './ChoiceList.scss'
import './Field.scss'

export interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly note?: string | undefined
}

export interface ChoiceListProps<Value extends string> {
  readonly label?: string
  readonly value: Value | undefined
  readonly options: readonly Choice<Value>[]
  readonly onChange: (value: Value) => void
  /** Stands under the answers until one is chosen. */
  readonly error?: string | undefined
  readonly id?: string
}

/** 单选: one question, the answers as rows that a thumb cannot miss. Nothing is chosen beforehand unless the page says so. */
export function ChoiceList<Value extends string>({
  label,
  value,
  options,
  onChange,
  error,
  id,
}: ChoiceListProps<Value>) {
  return (
    <View className="choices">
      {label !== undefined && <Text className="choices-label">{label}</Text>}
      {options.map((option) => (
        <View
          key={option.value}
          {...(id === undefined ? {} : { id: `${id}-${option.value}` })}
          className={`choice${option.value === value ? ' choice-on' : ''}`}
          onClick={() => onChange(option.value)}
          {...tappable({ role: 'radio', label: option.label, checked: option.value === value })}
        >
          <View className="choice-dot" />
          <View className="choice-text">
            <Text className="choice-label">{option.label}</Text>
            {option.note !== undefined && <Text className="choice-note">{option.note}</Text>}
          </View>
        </View>
      ))}
      {error !== undefined && (
        <Text className="field-error" {...(id === undefined ? {} : { id: `${id}-error` })}>
          {error}
        </Text>
      )}
    </View>
  )
}
