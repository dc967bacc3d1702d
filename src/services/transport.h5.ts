import { contractVersion } from '../../shared/contract/version'
import { token } from './sign-in.h5'

export type Carried = { readonly kind: 'answered'; readonly body: unknown } | { readonly kind: 'offline' }

/** In a browser a call is a POST to the same host. */
export async function carry(name: string, procedure: string, input: unknown, requestId?: string): Promise<Carried> {
  const signed = token()
  try {
    const response = await fetch(`/api/${name}/${procedure}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(signed === undefined ? {} : { Authorization: `Bearer ${signed}` }),
      },
      body: JSON.stringify({ input, version: contractVersion, ...(requestId === undefined ? {} : { requestId }) }),
    })
    return { kind: 'answered', body: await response.json() }
  } catch {
    return { kind: 'offline' }
  }
}
