import type { ServiceFacts, ServiceKind } from '../../../shared/card/service'

/** What was answered so far; what is empty was not. */
export interface Draft {
  readonly kind?: ServiceKind
  readonly name: string
  readonly gives: string
  readonly where: string
  readonly hours: string
  readonly phone: string
}

export const emptyDraft: Draft = { name: '', gives: '', where: '', hours: '', phone: '' }

/** One question a page. */
export const steps = ['kind', 'name', 'gives', 'where', 'contact', 'check'] as const
export type Step = (typeof steps)[number]

/** Where the answer to a field is mended. */
export const stepOfField: Readonly<Record<string, Step>> = {
  name: 'name',
  gives: 'gives',
  where: 'where',
  hours: 'contact',
  phone: 'contact',
}

export function draftOf({ kind, name, gives, where, hours = '', phone = '' }: ServiceFacts): Draft {
  return { kind, name, gives, where, hours, phone }
}

/** As it is sent; undefined until every question that has to be answered is. */
export function factsOf({ kind, hours, phone, ...rest }: Draft): ServiceFacts | undefined {
  if (kind === undefined) return undefined
  return {
    kind,
    ...rest,
    ...(hours.trim() === '' ? {} : { hours }),
    ...(phone.trim() === '' ? {} : { phone }),
  }
}
