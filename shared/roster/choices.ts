import { hasOwn } from '../core/own'
import { Education, Household } from '../membership/joining'
import { educationName, householdName } from '../membership/labels'

/**
 * What people write in a column that has a list of answers. 003 gives no list for 学历 and 户籍类型 (open point O-2): these are the words in use, and our own.
 */
const educationWords: Readonly<Record<string, Education>> = {
  初小: 'primary',
  初级中学: 'junior_middle',
  普通高中: 'senior_middle',
  高级中学: 'senior_middle',
  中专: 'vocational',
  中技: 'vocational',
  技校: 'vocational',
  技工学校: 'vocational',
  职高: 'vocational',
  职业高中: 'vocational',
  中职: 'vocational',
  专科: 'college',
  大学专科: 'college',
  高职: 'college',
  大学: 'bachelor',
  大学本科: 'bachelor',
  学士: 'bachelor',
  研究生: 'master',
  硕士研究生: 'master',
  博士研究生: 'doctor',
  ...turned(Education.options, educationName),
}

const householdWords: Readonly<Record<string, Household>> = {
  城镇: 'urban',
  城市: 'urban',
  非农业: 'urban',
  非农: 'urban',
  农村: 'rural',
  农业: 'rural',
  农: 'rural',
  香港: 'hmt',
  澳门: 'hmt',
  台湾: 'hmt',
  外国: 'foreign',
  ...turned(Household.options, householdName),
}

function turned<Value extends string>(
  values: readonly Value[],
  names: Readonly<Record<Value, string>>,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(values.map((value) => [names[value], value]))
}

function among<Value>(words: Readonly<Record<string, Value>>, word: string): Value | undefined {
  return hasOwn(words, word) ? words[word] : undefined
}

export const educationWritten = (text: string) => among(educationWords, text.replace(/(学历|毕业)$/, ''))
export const householdWritten = (text: string) => among(householdWords, text.replace(/(户口|户籍|户)$/, ''))

export const sexWritten = (text: string): 'male' | 'female' | undefined =>
  among({ 男: 'male', 女: 'female', 男性: 'male', 女性: 'female' } as const, text)
export const sexName = { male: '男', female: '女' } as const
