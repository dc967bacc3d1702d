/** The earliest ages of retirement (国发〔1978〕104号, special trades): below them nobody is asked. A birthday is a hint, never a decision. */
const earliestRetirement = { female: 45, male: 55 } as const

/** 是否要问退休: where the document does not tell the age, nobody is asked. */
export function mayBeRetired(age: number | undefined, sex: 'male' | 'female' | undefined): boolean {
  return age !== undefined && age >= earliestRetirement[sex ?? 'female']
}
