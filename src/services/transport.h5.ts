import type { Carried, Carrying } from './call'
import { token } from './sign-in.h5'

/** In a browser a call is a POST to the same host. */
export async function carry(name: string, { procedure, ...rest }: Carrying): Promise<Carried> {
  const signed = token()
  try {
    const response = await fetch(`/api/${name}/${procedure}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(signed === undefined ? {} : { Authorization: `Bearer ${signed}` }),
      },
      body: JSON.stringify(rest),
    })
    return { kind: 'answered', body: await response.json() }
  } catch {
    return { kind: 'offline' }
  }
}
