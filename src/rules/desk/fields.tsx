import { Text, View } from '@tarojs/components'
import { ChoiceList } from '../../components/ChoiceList'
import { Field } from '../../components/Field'
import { MultiChoice } from '../../components/MultiChoice'
import type { Input, Typed } from '../parts/inputs'

interface FieldsProps {
  readonly inputs: readonly Input[]
  readonly typed: Typed
  readonly onChange: (typed: Typed) => void
  readonly errors: Readonly<Record<string, string>>
}

/** The fields of one rule. */
export function Fields({ inputs, typed, onChange, errors }: FieldsProps) {
  const type = (name: string, text: string) => onChange({ ...typed, texts: { ...typed.texts, [name]: text } })
  const choose = (name: string, values: readonly string[]) =>
    onChange({ ...typed, chosen: { ...typed.chosen, [name]: values } })
  return (
    <>
      {inputs.map((input) => (
        <OneField
          key={input.name}
          input={input}
          typed={typed}
          error={errors[input.name]}
          onType={(text) => type(input.name, text)}
          onChoose={(values) => choose(input.name, values)}
        />
      ))}
    </>
  )
}

interface OneFieldProps {
  readonly input: Input
  readonly typed: Typed
  readonly error: string | undefined
  readonly onType: (text: string) => void
  readonly onChoose: (values: readonly string[]) => void
}

function OneField({ input, typed, error, onType, onChoose }: OneFieldProps) {
  const { name, label } = input
  const id = `rule-${name.replace('.', '-')}`
  const text = typed.texts[name] ?? ''
  switch (input.kind) {
    case 'choice':
      return <ChoiceList id={id} label={label} value={text} options={input.options} onChange={onType} error={error} />
    case 'choices':
      return (
        <View>
          <MultiChoice
            id={id}
            label={label}
            values={typed.chosen[name] ?? []}
            options={input.options}
            onChange={onChoose}
          />
          {error !== undefined && (
            <Text id={`${id}-error`} className="field-error">
              {error}
            </Text>
          )}
        </View>
      )
    case 'number':
    case 'text':
    case 'long':
      return (
        <Field
          id={id}
          label={label}
          value={text}
          onInput={onType}
          type={input.kind === 'number' ? 'number' : 'text'}
          multiline={input.kind === 'long'}
          maxLength={input.kind === 'long' ? 500 : 40}
          hint={input.hint}
          error={error}
        />
      )
  }
}
