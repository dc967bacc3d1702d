import { Text, View } from '@tarojs/components'
import { IsoDate } from '../../../shared/core/time'
import { Card } from '../../components/Card'
import { DateField } from '../../components/DateField'
import { today } from '../../pages/today'
import './day-cards.scss'

export interface AskedDay<Name extends string> {
  readonly day: Name
  readonly label: string
  /** What happens on it, and why it may not be earlier. */
  readonly means: string
}

interface Props<Name extends string> {
  readonly id: string
  readonly asked: readonly AskedDay<Name>[]
  readonly days: Readonly<Record<Name, IsoDate>>
  readonly wrong: Readonly<Partial<Record<Name, string>>>
  readonly onChange: (day: Name, chosen: IsoDate) => void
}

/** 几个日子, each with what it is for. */
export function DayCards<Name extends string>({ id, asked, days, wrong, onChange }: Props<Name>) {
  return (
    <>
      {asked.map(({ day, label, means }) => (
        <Card key={day}>
          <View className="day-card">
            <DateField
              id={`${id}-${day}`}
              label={label}
              value={days[day]}
              onChange={(chosen) => {
                const read = IsoDate.safeParse(chosen)
                if (read.success) onChange(day, read.data)
              }}
              start={today()}
              error={wrong[day]}
            />
            <Text className="day-card-meaning">{means}</Text>
          </View>
        </Card>
      ))}
    </>
  )
}
