import { policySchemas } from '../../../shared/policy/schemas'
import type { PolicyKey } from '../../../shared/policy/values'
import { policyWords } from './words'

/** 规定的内容, in a sentence; a value that this app does not read yet, because it is older than the rule, is told so. */
export function valueText<Key extends PolicyKey>(key: Key, value: unknown): string {
  const read = policySchemas[key].safeParse(value)
  return read.success ? policyWords[key].text(read.data) : '请更新后再看'
}
