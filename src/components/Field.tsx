import { Input, Text, Textarea, View } from '@tarojs/components'
import { keyboards } from './keyboards'
import './Field.scss'

export interface FieldProps {
  readonly label: string
  readonly value: string
  readonly onInput: (value: string) => void
  readonly type?: 'text' | 'idcard' | 'digit' | 'tel' | 'number'
  /** Stands under the field until it is mended; what was typed stays. */
  readonly error?: string | undefined
  readonly hint?: string | undefined
  /** What was found right, in a word. */
  readonly ok?: string | undefined
  readonly placeholder?: string
  readonly maxLength?: number
  readonly onBlur?: () => void
  readonly id?: string
  readonly multiline?: boolean
  readonly autoFocus?: boolean
}

/** 填空. */
export function Field({
  label,
  value,
  onInput,
  type = 'text',
  error,
  hint,
  ok,
  placeholder = '',
  maxLength = 140,
  onBlur,
  id,
  multiline = false,
  autoFocus = false,
}: FieldProps) {
  const shared = {
    value,
    placeholder,
    placeholderClass: 'field-placeholder',
    maxlength: maxLength,
    focus: autoFocus,
    onInput: (event: { detail: { value: string } }) => onInput(event.detail.value),
    ...(onBlur === undefined ? {} : { onBlur }),
    ...(id === undefined ? {} : { id }),
  }
  return (
    <View className="field">
      <Text className="field-label">{label}</Text>
      {multiline ? (
        <Textarea
          {...shared}
          className={`field-box field-area${error === undefined ? '' : ' field-bad'}`}
          autoHeight
          ariaLabel={label}
        />
      ) : (
        <Input
          {...shared}
          className={`field-box${error === undefined ? '' : ' field-bad'}`}
          type={keyboards[type]}
          ariaLabel={label}
        />
      )}
      {error !== undefined && (
        <Text className="field-error" {...(id === undefined ? {} : { id: `${id}-error` })}>
          {error}
        </Text>
      )}
      {error === undefined && ok !== undefined && <Text className="field-ok">{ok}</Text>}
      {error === undefined && ok === undefined && hint !== undefined && <Text className="field-hint">{hint}</Text>}
    </View>
  )
}
