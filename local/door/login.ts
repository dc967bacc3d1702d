import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Randomness } from '../../cloudfunctions/_kernel/runtime'
import { personas } from '../demo/personas'
import type { Subject } from './tokens'

const Login = z.strictObject({
  persona: z.string().max(40),
  /** A visitor may say which phone WeChat would vouch for: how a test becomes the owner of a number on file. */
  mobile: z
    .string()
    .regex(/^1\d{10}$/)
    .optional(),
})

/** Who is meant by a login’s JSON: a persona, or a visitor who is somebody new each time. Undefined where nobody is. */
export function subjectOf(text: string, random: Randomness): Subject | undefined {
  const login = parse(text)
  if (login === undefined) return undefined
  if (login.persona === 'visitor') return visitor(random.id(), login.mobile)
  const persona = personas.find(({ key }) => key === login.persona)
  return persona === undefined ? undefined : { openid: persona.openid, mobile: persona.person.mobile }
}

function visitor(id: string, mobile: string | undefined): Subject {
  const digits = createHash('sha256').update(id).digest().readUInt32BE(0) % 1e8
  return { openid: `demo-visitor-${id}`, mobile: mobile ?? `154${String(digits).padStart(8, '0')}` }
}

function parse(text: string): z.infer<typeof Login> | undefined {
  try {
    const parsed = Login.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}
