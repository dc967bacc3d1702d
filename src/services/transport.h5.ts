import type { Carried, Carrying } from './call'
import { contractVersion } from '../../shared/contract/version'
import { token } from './sign-in.h5'

/** In a browser a call is a POST to the same host. */
export async function carry(name: string, call: Carrying): Promise<Carried> {
  const signed = token()
  return post(name, call, signed === undefined ? {} : { headers: { Authorization: `Bearer ${signed}` } })
}

/** The same without anything that says who calls: no session, no cookie. */
export async function carryAsNobody(name: string, call: Carrying): Promise<Carried> {
  return post(name, call, { credentials: 'omit' })
}

interface Sender {
  readonly headers?: Readonly<Record<string, string>>
  readonly credentials?: 'omit'
}

async function post(name: string, { procedure, ...rest }: Carrying, sender: Sender): Promise<Carried> {
  try {
    const response = await fetch(`/api/${name}/${procedure}`, {
      ...sender,
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...sender.headers },
      body: JSON.stringify({ ...rest, version: contractVersion }),
    })
    return { kind: 'answered', body: await response.json() }
  } catch {
    return { kind: 'offline' }
  }
}
