import { castUnions } from '../local/demo/personas'
import { codeOf, type FunctionName, type TestSystem } from './system'

/** Of another union, and with every right there. */
export const other = 'demo-newform-chair'
export const their = castUnions.newForm.id

export const code = async (
  system: Pick<TestSystem, 'ask'>,
  as: string,
  name: FunctionName,
  procedure: string,
  input: unknown,
) => codeOf(await system.ask(as, name, procedure as never, input))
