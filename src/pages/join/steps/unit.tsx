import { Card } from '../../../components/Card'
import { ListRow } from '../../../components/ListRow'
import { TextAction } from '../../../components/TextAction'
import type { NamedUnit, UnitRole } from '../answers'
import { FieldError } from '../field-error'
import { unitQuestion } from '../questions'
import { originUnit, unitFor } from '../situation'
import { StepScreen, type StepProps } from '../step-screen'
import { UnitFinder } from '../unit-finder'

/** 哪家单位: one question for each of the units that a situation names. */
export function UnitStep({ flow, send, role }: StepProps & { readonly role: UnitRole }) {
  const { title, hint, label } = unitQuestion(role, flow.answers.work)
  const found = unitFor(flow, role)
  const poster = originUnit(flow)
  const asksForPoster = poster !== undefined && (role === 'employer' || role === 'home')

  function take(unit: NamedUnit) {
    send({ type: 'answer', change: { units: { ...flow.answers.units, [role]: unit } } })
    send({ type: 'next' })
  }

  return (
    <StepScreen flow={flow} send={send} title={title} hint={hint} withoutNext={found === undefined}>
      {found === undefined ? (
        <>
          {asksForPoster && (
            <ListRow
              id="join-poster-unit"
              title={`就是${poster.name}`}
              note="您扫的海报上的单位"
              onTap={() => take(poster)}
            />
          )}
          <UnitFinder label={label} region={poster?.region} agenciesOnly={role === 'agency'} onFound={take} />
        </>
      ) : (
        <Card title={found.name} note={found.reference.kind === 'by-hand' ? '手工填写' : (found.place ?? '')}>
          <TextAction
            id="join-other-unit"
            label="换一家"
            onTap={() => send({ type: 'answer', change: { units: { ...flow.answers.units, [role]: undefined } } })}
          />
        </Card>
      )}
      <FieldError flow={flow} field="situation" />
    </StepScreen>
  )
}
