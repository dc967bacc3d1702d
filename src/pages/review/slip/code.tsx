import { Field } from '../../../components/Field'

interface Props {
  readonly value: string
  readonly onInput: (typed: string) => void
  readonly wrong: boolean
}

/** 纸条上的调查码. */
export function SlipCode({ value, onInput, wrong }: Props) {
  return (
    <Field
      id="slip-code"
      label="纸条上的调查码"
      value={value}
      onInput={onInput}
      placeholder="比如 7K3M-0QXW-…"
      maxLength={30}
      hint="大写小写都可以，中间的横线可以不写"
      error={wrong ? '和纸条上的对不上，请对照着再看一遍' : undefined}
    />
  )
}
