import { Picker, Text, View } from '@tarojs/components'
import { Icon } from './Icon'
import './Field.scss'

export interface DateFieldProps {
  readonly label: string
  readonly value: string | undefined
  readonly onChange: (day: string) => void
  readonly start?: string
  readonly end?: string
  readonly error?: string | undefined
  readonly id?: string
}

const [earliest, latest] = ['1900-01-01', '2100-12-31']

/** 选日期, `YYYY-MM-DD`. The wheel opens at the last day that may be chosen, or, where there is no last, at the first. */
export function DateField({ label, value, onChange, start, end, error, id }: DateFieldProps) {
  return (
    <View className="field">
      <Text className="field-label">{label}</Text>
      <Picker
        mode="date"
        value={value ?? end ?? start ?? latest}
        start={start ?? earliest}
        end={end ?? latest}
        onChange={(event) => onChange(String(event.detail.value))}
        {...(id === undefined ? {} : { id })}
      >
        <View
          className={`field-box field-picked${error === undefined ? '' : ' field-bad'}${value === undefined ? ' field-unpicked' : ''}`}
        >
          <Text>{value === undefined ? '请选日期' : dayOf(value)}</Text>
          <Icon name="down" size={20} />
        </View>
      </Picker>
      {error !== undefined && <Text className="field-error">{error}</Text>}
    </View>
  )
}

function dayOf(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${year} 年 ${Number(month)} 月 ${Number(date)} 日`
}
