import type { DocumentChoice, Education, Household } from '../../../shared/membership/joining'
import { educationName, householdName } from '../../../shared/membership/labels'
import type { Choice } from './questions'

export const documentName: Readonly<Record<DocumentChoice, string>> = {
  resident: '居民身份证、港澳台居住证',
  permanent_resident: '外国人永久居留身份证',
  passport: '护照',
  hkmacao_permit: '港澳居民来往内地通行证',
  taiwan_permit: '台湾居民来往大陆通行证',
}

export const documentChoices = choices(documentName)
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
