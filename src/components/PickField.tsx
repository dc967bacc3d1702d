import { Picker, Text, View } from '@tarojs/components'
import { Icon } from './Icon'
import './Field.scss'

export interface PickFieldProps<Value extends string> {
  readonly label: string
  readonly value: Value | undefined
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
  readonly error?: string | undefined
  readonly placeholder?: string
  readonly id?: string
}

/** 选一个, of a list that is too long to lie open. */
export function PickField<Value extends string>({
  label,
  value,
  options,
  onChange,
  error,
  placeholder = '请选择',
  id,
}: PickFieldProps<Value>) {
  const chosen = options.findIndex((option) => option.value === value)
  const pick = (index: number) => {
    const option = options[index]
    if (option !== undefined) onChange(option.value)
  }
  return (
    <View className="field">
      <Text className="field-label">{label}</Text>
      <Picker
        mode="selector"
        range={options.map((option) => option.label)}
        value={Math.max(0, chosen)}
        onChange={(event) => pick(Number(event.detail.value))}
        {...(id === undefined ? {} : { id })}
      >
        <View
          className={`field-box field-picked${error === undefined ? '' : ' field-bad'}${chosen < 0 ? ' field-unpicked' : ''}`}
        >
          <Text>{options[chosen]?.label ?? placeholder}</Text>
          <Icon name="down" size={20} />
        </View>
      </Picker>
      {error !== undefined && <Text className="field-error">{error}</Text>}
    </View>
  )
}
