import type { DocumentChoice } from '../membership/joining'
import { maskNumber } from './mask'
import type { PersonIdMisread, ReadPersonId } from './read-person-id'

/** 其他证件: no check digit, and neither birthday nor sex in the number (docs/rules/identity.md, F1–F4). */
export type ForeignKind = 'fpr15' | 'passport' | 'hkmacao_permit' | 'taiwan_permit'

interface Form {
  readonly kind: ForeignKind
  readonly pattern: RegExp
  readonly help: string
}

const forms: Readonly<Record<Exclude<DocumentChoice, 'resident'>, Form>> = {
  permanent_resident: {
    kind: 'fpr15',
    pattern: /^[A-Z]{3}\d{12}$/,
    help: '永久居留身份证号码是 18 位数字（以 9 开头），旧证是 3 个字母加 12 位数字，请核对',
  },
  hkmacao_permit: {
    kind: 'hkmacao_permit',
    pattern: /^[HM]\d{8}(\d{2})?$/,
    help: '通行证号码是 H 或 M 加 8 位数字，请核对',
  },
  taiwan_permit: {
    kind: 'taiwan_permit',
    pattern: /^(\d{8}|\d{10}[A-Z])$/,
    help: '通行证号码是 8 位数字，旧证是 10 位数字加一个字母，请核对',
  },
  passport: { kind: 'passport', pattern: /^[A-Z0-9]{5,17}$/, help: '护照号码是 5 到 17 位字母和数字，请核对' },
}
const inOrder = [forms.permanent_resident, forms.hkmacao_permit, forms.taiwan_permit, forms.passport]

/** Reads a number of the stated document, or of the first whose form it has. */
export function readForeign(
  value: string,
  document: Exclude<DocumentChoice, 'resident'> | undefined,
): ReadPersonId | PersonIdMisread {
  const form = document === undefined ? inOrder.find(({ pattern }) => pattern.test(value)) : forms[document]
  if (form === undefined || !form.pattern.test(value))
    return { ok: false, reason: lengthOrCharacter(value), message: (form ?? forms.passport).help }
  const nationality = nationalityIn(form.kind, value)
  return {
    ok: true,
    kind: form.kind,
    value,
    normalised: form.kind === 'hkmacao_permit' ? value.slice(0, 9) : value,
    masked: maskNumber(value),
    ...(nationality === undefined ? {} : { nationality }),
    warnings: [],
  }
}

/** The old permanent resident card begins with the country; permits are for Chinese citizens. */
function nationalityIn(kind: ForeignKind, value: string): string | undefined {
  switch (kind) {
    case 'fpr15':
      return value.slice(0, 3)
    case 'hkmacao_permit':
    case 'taiwan_permit':
      return 'CHN'
    case 'passport':
      return undefined
  }
}

function lengthOrCharacter(value: string): 'length' | 'character' {
  return /^[A-Z0-9]*$/.test(value) ? 'length' : 'character'
}
