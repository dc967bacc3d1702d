import { parseUscc } from '../identity/uscc'
import { refuse, succeed, type Outcome } from '../core/outcome'
import { unreachable } from '../core/unreachable'
import { readToldField, toldFields, type FieldRefusal, type ReadingFields } from './union-fields'

/** 名录里由人填的项: those of the half-year round, and what no annex asks for. */
export const registryFields = [...toldFields, 'declaredMembers', 'womenStaff', 'fullTime', 'legalCode'] as const
export type RegistryField = (typeof registryFields)[number]

/** 填的对不对, for every field of the registry: one rule for the round, the registry’s page and an import. */
export function readRegistryField(
  key: RegistryField,
  raw: string,
  reading: ReadingFields,
): Outcome<string, FieldRefusal> {
  switch (key) {
    case 'declaredMembers':
    case 'womenStaff':
    case 'fullTime':
      return readCount(raw.trim())
    case 'legalCode':
      return readLegalCode(raw.trim())
    case 'unitCode':
    case 'address':
    case 'staff':
    case 'foundedOn':
    case 'phone':
      return readToldField(key, raw, reading)
    default:
      return unreachable(key)
  }
}

function readCount(text: string): Outcome<string, FieldRefusal> {
  return /^\d{1,6}$/.test(text)
    ? succeed(String(Number(text)))
    : refuse('FIELD_INVALID', { message: '请写人数，要是整数；没有就写 0' })
}

/** 工会法人资格 (基层工会法人登记管理办法): department 8 of GB 32100, 81 for grassroots unions and 89 for others. */
function readLegalCode(text: string): Outcome<string, FieldRefusal> {
  const uscc = parseUscc(text)
  if (!uscc.ok) return refuse('FIELD_INVALID', { message: uscc.message })
  return uscc.union
    ? succeed(uscc.normalised)
    : refuse('FIELD_INVALID', { message: '工会法人的代码以 81 开头；这是单位的代码，请填在“统一社会信用代码”里' })
}
