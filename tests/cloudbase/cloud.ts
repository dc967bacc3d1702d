import type { AnyCollection } from '../../cloudfunctions/_kernel/store/port'
import {
  openCloudbaseStore,
  type CloudbaseOptions,
  type CloudbaseStore,
} from '../../cloudfunctions/_kernel/store/cloudbase'
import type { CloudEnvironment } from '../../cloudfunctions/_kernel/store/cloudbase-database'
import type { Gateway } from './gateway'

/**
 * What the SDK finds in the environment of a process on the platform. Elsewhere it asks the platform’s metadata service before every single request, which has
 * no place in a test, and warns about requests that take longer than 3 s after they have failed.
 */
Object.assign(process.env, { TENCENTCLOUD: 'true', SILENCE: 'true' })

export function environmentOf({ url, env, credentials }: Gateway): CloudEnvironment {
  return { serviceUrl: url, env, ...credentials }
}

/** The store of production on a gateway, with its collections made. */
export async function openOn(
  gateway: Gateway,
  collections: readonly AnyCollection[],
  options: Partial<CloudbaseOptions> = {},
): Promise<CloudbaseStore> {
  const store = openCloudbaseStore({ environment: environmentOf(gateway), collections, ...options })
  await store.prepare()
  return store
}
