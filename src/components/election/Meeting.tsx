import type { IsoDate } from '../../../shared/core/time'
import { ChoiceList } from '../ChoiceList'
import { DateField } from '../DateField'
import type { ElectionDraft, ElectionErrors } from './draft'

interface Props {
  readonly draft: ElectionDraft
  readonly errors: ElectionErrors
  readonly onChange: (draft: ElectionDraft) => void
  /** Years that the region allows; empty where the term goes on. */
  readonly termYears: readonly number[]
  /** The congress met by then. */
  readonly today: IsoDate
}

/** 哪天选的，一届几年. */
export function Meeting({ draft, errors, onChange, termYears, today }: Props) {
  return (
    <>
      <DateField
        id="election-day"
        label="哪天开的会员（代表）大会？"
        value={draft.heldOn}
        end={today}
        onChange={(heldOn) => onChange({ ...draft, heldOn })}
        error={errors['heldOn']}
      />
      {termYears.length > 0 && (
        <ChoiceList
          id="election-term"
          label="一届几年？"
          value={draft.termYears}
          options={termYears.map((years) => ({ value: String(years), label: `${years} 年` }))}
          onChange={(years) => onChange({ ...draft, termYears: years })}
          error={errors['termYears']}
        />
      )}
    </>
  )
}
