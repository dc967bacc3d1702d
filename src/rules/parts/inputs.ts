import type { Range } from '../../../shared/policy/values'

/** An answer to choose. */
export interface Option<Value extends string> {
  readonly value: Value
  readonly label: string
}

/** 填规定用的栏. A name is the path of what it fills within the value, so that what the schema finds wrong is told at its field. */
export type Input =
  | { readonly kind: 'number' | 'text' | 'long'; readonly name: string; readonly label: string; readonly hint?: string }
  | {
      readonly kind: 'choice' | 'choices'
      readonly name: string
      readonly label: string
      readonly options: readonly Option<string>[]
    }

/** What stands in the fields, by their names. */
export interface Typed {
  readonly texts: Readonly<Record<string, string>>
  readonly chosen: Readonly<Record<string, readonly string[]>>
}

/** How a value is written into fields, and what was typed there read back; the rule’s own schema judges what was read. */
export interface Editor<Value> {
  readonly inputs: readonly Input[]
  readonly write: (value: Value) => Typed
  readonly read: (typed: Typed) => unknown
}

export function texts(entries: Readonly<Record<string, string | number | undefined>>): Typed {
  const written = Object.entries(entries).map(([name, value]) => [name, String(value ?? '')] as const)
  return { texts: Object.fromEntries(written), chosen: {} }
}

export function textOf({ texts: typed }: Typed, name: string): string {
  return (typed[name] ?? '').trim()
}

/** Undefined where nothing stands, which only an optional part of a value takes; what is no number is one that no schema takes. */
export function numberOf(typed: Typed, name: string): number | undefined {
  const text = textOf(typed, name)
  if (text === '') return undefined
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
}

export function chosenOf({ chosen }: Typed, name: string): readonly string[] {
  return chosen[name] ?? []
}

/** Without the parts that nobody filled in. */
export function filled(parts: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined))
}

export function named<Name extends string>(
  values: readonly Name[],
  names: Readonly<Record<Name, string>>,
): readonly Option<Name>[] {
  return values.map((value) => ({ value, label: names[value] }))
}

export function number(label: string, hint?: string): Editor<number> {
  return {
    inputs: [{ kind: 'number', name: 'value', label, ...(hint === undefined ? {} : { hint }) }],
    write: (value) => texts({ value }),
    read: (typed) => numberOf(typed, 'value'),
  }
}

export function choice<Value extends string>(label: string, options: readonly Option<Value>[]): Editor<Value> {
  return {
    inputs: [{ kind: 'choice', name: 'value', label, options }],
    write: (value) => texts({ value }),
    read: (typed) => textOf(typed, 'value'),
  }
}

export function yesOrNo(label: string): Editor<boolean> {
  const options = [
    { value: 'yes', label: '是' },
    { value: 'no', label: '不是' },
  ]
  return {
    inputs: [{ kind: 'choice', name: 'value', label, options }],
    write: (value) => texts({ value: value ? 'yes' : 'no' }),
    read: (typed) => textOf(typed, 'value') === 'yes',
  }
}

/** In the order of the options, whatever was tapped first. */
export function choices<Value extends string>(
  label: string,
  options: readonly Option<Value>[],
): Editor<readonly Value[]> {
  return {
    inputs: [{ kind: 'choices', name: 'value', label, options }],
    write: (value) => ({ texts: {}, chosen: { value } }),
    read: (typed) => inOrder(options, chosenOf(typed, 'value')),
  }
}
export function inOrder<Value extends string>(options: readonly Option<Value>[], chosen: readonly string[]) {
  return options.map(({ value }) => value).filter((value) => chosen.includes(value))
}

export function rangeInputs(prefix: string, what: string): readonly Input[] {
  return [
    { kind: 'number', name: `${prefix}min`, label: `${what}至少` },
    { kind: 'number', name: `${prefix}max`, label: `${what}最多`, hint: '没有上限就空着' },
  ]
}
export function rangeTexts(prefix: string, range: Range | undefined) {
  return { [`${prefix}min`]: range?.min, [`${prefix}max`]: range?.max }
}
/** Undefined where neither end was filled in. */
export function rangeIn(typed: Typed, prefix: string): Readonly<Record<string, unknown>> | undefined {
  const [min, max] = [numberOf(typed, `${prefix}min`), numberOf(typed, `${prefix}max`)]
  return min === undefined && max === undefined ? undefined : filled({ min, max })
}

/** 百分比: one field for each of these parts, all of which may stay empty. */
export function percentInputs<Part extends string>(
  parts: readonly Part[],
  names: Readonly<Record<Part, string>>,
  prefix = '',
): readonly Input[] {
  return parts.map((part) => ({
    kind: 'number',
    name: `${prefix}${part}`,
    label: `${prefixName[prefix] ?? ''}${names[part]}（%）`,
    hint: '没有规定就空着',
  }))
}
const prefixName: Readonly<Record<string, string>> = { 'region.': '区域', 'unit.': '单位' }
export function percentTexts<Part extends string>(
  parts: readonly Part[],
  value: { readonly [Each in Part]?: number | undefined },
  prefix = '',
): Readonly<Record<string, number | undefined>> {
  return Object.fromEntries(parts.map((part) => [`${prefix}${part}`, value[part]]))
}
export function percentsIn(typed: Typed, parts: readonly string[], prefix = ''): Readonly<Record<string, unknown>> {
  return filled(Object.fromEntries(parts.map((part) => [part, numberOf(typed, `${prefix}${part}`)])))
}
