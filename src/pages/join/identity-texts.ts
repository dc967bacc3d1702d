import type { DocumentChoice, Education, Household } from '../../../shared/membership/joining'
import { documentChoiceName, educationName, householdName } from '../../../shared/membership/labels'
import type { Choice } from './questions'

export const documentChoices = choices(documentChoiceName)
export const educationChoices = choices(educationName)
export const householdChoices = choices(householdName)

export const sexChoices: readonly Choice<'male' | 'female'>[] = [
  { value: 'male', label: '男' },
  { value: 'female', label: '女' },
]

function choices<Value extends DocumentChoice | Education | Household>(
  names: Readonly<Record<Value, string>>,
): readonly Choice<Value>[] {
  const values = Object.keys(names).filter((key): key is Value => key in names)
  return values.map((value) => ({ value, label: names[value] }))
}
