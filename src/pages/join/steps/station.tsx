import { Card } from '../../../components/Card'
import { ListRow } from '../../../components/ListRow'
import { TextAction } from '../../../components/TextAction'
import type { Answers } from '../answers'
import { FieldError } from '../field-error'
import { originUnit } from '../situation'
import { StepScreen, type StepProps } from '../step-screen'
import { UnitFinder } from '../unit-finder'

/** 站点或公司: whoever has one with its own union belongs there (R40). */
export function StationStep({ flow, send }: StepProps) {
  const { station } = flow.answers
  const poster = originUnit(flow)

  function take(chosen: NonNullable<Answers['station']>) {
    send({ type: 'answer', change: { station: chosen } })
    send({ type: 'next' })
  }

  return (
    <StepScreen
      flow={flow}
      send={send}
      title="您有固定的站点或公司吗？"
      hint="给您派单、算钱的站点，或挂靠的公司。"
      withoutNext={station === undefined}
    >
      {station === undefined || station === 'none' ? (
        <>
          <ListRow
            id="join-no-station"
            title="没有，自己接单"
            selected={station === 'none'}
            onTap={() => take('none')}
          />
          {poster !== undefined && (
            <ListRow
              id="join-poster-unit"
              title={`就是${poster.name}`}
              note="您扫的海报上的单位"
              onTap={() => take(poster)}
            />
          )}
          <UnitFinder label="有，写几个字查找" region={poster?.region} onFound={take} />
        </>
      ) : (
        <Card title={station.name} note={station.reference.kind === 'by-hand' ? '手工填写' : (station.place ?? '')}>
          <TextAction
            id="join-other-unit"
            label="换一家"
            onTap={() => send({ type: 'answer', change: { station: undefined } })}
          />
        </Card>
      )}
      <FieldError flow={flow} field="situation" />
    </StepScreen>
  )
}
