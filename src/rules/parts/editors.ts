import type { Choice } from '../../components/ChoiceList'
import { gradeName } from '../../pages/review-words'
import { Grade } from '../../../shared/review/kinds'
import type { PolicyKey, PolicyValues, Range } from '../../../shared/policy/values'
import { below25, changeName, rateName, thresholdName } from './words'

/** 填规定用的栏: what is asked for a rule, and how its value comes of what was typed. What is typed is read by the rule’s own schema afterwards. */
export type Input =
  | { readonly kind: 'number' | 'text' | 'long'; readonly name: string; readonly label: string; readonly hint?: string }
  | { readonly kind: 'choice' | 'choices'; readonly name: string; readonly label: string; readonly options: readonly Choice<string>[] }

export interface Typed {
  readonly texts: Readonly<Record<string, string>>
  readonly chosen: Readonly<Record<string, readonly string[]>>
}
export const nothingTyped: Typed = { texts: {}, chosen: {} }

interface Editor<Value> {
  readonly inputs: readonly Input[]
  /** What stands there at first: the value that holds now. */
  readonly write: (value: Value) => Typed
  readonly read: (typed: Typed) => unknown
}

const texts = (entries: Readonly<Record<string, string | number | undefined>>): Typed => ({
  texts: Object.fromEntries(Object.entries(entries).map(([name, value]) => [name, value === undefined ? '' : String(value)])),
  chosen: {},
})
const textOf = ({ texts: typed }: Typed, name: string): string => (typed[name] ?? '').trim()
/** Not a number: undefined where nothing stands, which only an optional part of a value takes. */
const numberOf = (typed: Typed, name: string): number | undefined => {
  const text = textOf(typed, name)
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined
}
const chosenOf = ({ chosen }: Typed, name: string): readonly string[] => chosen[name] ?? []
/** Without the parts that nobody filled in. */
const filled = (parts: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined))

const number = (label: string, hint?: string): Editor<number> => ({
  inputs: [{ kind: 'number', name: 'value', label, ...(hint === undefined ? {} : { hint }) }],
  write: (value) => texts({ value }),
  read: (typed) => numberOf(typed, 'value'),
})

const choice = <Value extends string>(label: string, options: readonly Choice<Value>[]): Editor<Value> => ({
  inputs: [{ kind: 'choice', name: 'value', label, options }],
  write: (value) => texts({ value }),
  read: (typed) => textOf(typed, 'value'),
})

const yesOrNo = (label: string): Editor<boolean> => ({
  inputs: [{ kind: 'choice', name: 'value', label, options: [{ value: 'yes', label: '是' }, { value: 'no', label: '不是' }] }],
  write: (value) => texts({ value: value ? 'yes' : 'no' }),
  read: (typed) => textOf(typed, 'value') === 'yes',
})

/** In the order of the options, whatever was tapped first. */
const choices = <Value extends string>(label: string, options: readonly Choice<Value>[]): Editor<readonly Value[]> => ({
  inputs: [{ kind: 'choices', name: 'value', label, options }],
  write: (value) => ({ texts: {}, chosen: { value } }),
  read: (typed) => options.map(({ value }) => value).filter((value) => chosenOf(typed, 'value').includes(value)),
})

const range = (what: string): Editor<Range> => ({
  inputs: rangeInputs('', what),
  write: ({ min, max }) => texts({ min, max }),
  read: (typed) => rangeIn(typed, ''),
})
function rangeInputs(prefix: string, what: string): readonly Input[] {
  return [
    { kind: 'number', name: `${prefix}min`, label: `${what}至少` },
    { kind: 'number', name: `${prefix}max`, label: `${what}最多`, hint: '没有上限就空着' },
  ]
}
function rangeIn(typed: Typed, prefix: string) {
  const min = numberOf(typed, `${prefix}min`)
  return min === undefined ? undefined : filled({ min, max: numberOf(typed, `${prefix}max`) })
}

const named = <Name extends string>(names: Readonly<Record<Name, string>>): readonly Choice<Name>[] =>
  Object.entries<string>(names).map(([value, label]) => ({ value: value as Name, label }))
