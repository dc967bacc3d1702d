import { z } from 'zod'

/** Another transaction was faster: nothing of this one was kept. */
export class Conflict extends Error {
  override readonly name = 'Conflict'
}

/** The server knows no such transaction: it took longer than 30 s, or it was ended by a call whose answer was lost. */
export class Gone extends Error {
  override readonly name = 'Gone'
}

/** The connection broke or the service could not say what it did: the call may have been carried out or not. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer'
}

/** The store could not find out whether a write was kept. Whoever asked may ask again, with the same ids. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown'
}

/** What the SDK throws: a code of the service, of the system, or an HTTP status as a number. */
const SdkFault = z.object({ code: z.union([z.string(), z.number()]).optional(), message: z.string().optional() })

/** Codes of Node’s sockets and of the SDK’s own time limit; the request may be on its way all the same. */
const connectionCodes = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ESOCKETTIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
])
/** https://docs.cloudbase.net/error-code/ : the service’s own troubles, told by itself. */
const troubleCodes = new Set(['SYS_ERR', 'DATABASE_TIMEOUT', 'INTERNAL_SERVER_ERROR', 'SERVICE_TIMEOUT'])

/** A fault of the SDK in the adapter’s words; one that means none of them stays as it is. An answer that was cut off is no JSON. */
export function known(fault: unknown): unknown {
  const parsed = SdkFault.safeParse(fault)
  if (!parsed.success) return fault
  const { code, message = '' } = parsed.data
  if (isConflict(code, message)) return new Conflict(message, { cause: fault })
  if (code === 'DATABASE_TRANSACTION_FAIL' && message.includes('TransactionNotExist'))
    return new Gone(message, { cause: fault })
  if (isNoAnswer(code) || fault instanceof SyntaxError) return new NoAnswer(message, { cause: fault })
  return fault
}

/** What another attempt may mend. */
export function isPassing(fault: unknown): boolean {
  return fault instanceof Conflict || fault instanceof Gone || fault instanceof NoAnswer
}

/** An insert met its id. Comes as a code or as MongoDB’s text, depending on where it was noticed. */
export function isDuplicate(fault: unknown): boolean {
  const parsed = SdkFault.safeParse(fault)
  if (!parsed.success) return false
  const { code, message = '' } = parsed.data
  return code === 'DATABASE_DUPLICATE_WRITE' || message.includes('E11000')
}

function isConflict(code: string | number | undefined, message: string): boolean {
  return (
    code === 'DATABASE_TRANSACTION_CONFLICT' ||
    message.includes('ResourceUnavailable.TransactionConflict') ||
    message.includes('WriteConflict')
  )
}

function isNoAnswer(code: string | number | undefined): boolean {
  if (typeof code === 'number') return code === 429 || code >= 500
  return code !== undefined && (connectionCodes.has(code) || troubleCodes.has(code))
}
