import { main as ballot } from '../cloudfunctions/ballot/index'
import { main as card } from '../cloudfunctions/card/index'
import { main as home } from '../cloudfunctions/home/index'
import { main as membership } from '../cloudfunctions/membership/index'
import { main as registry } from '../cloudfunctions/registry/index'
import { main as review } from '../cloudfunctions/review/index'
import { main as session } from '../cloudfunctions/session/index'
import type { CloudFunction } from './http/api'

/** The deployed functions, by the doors that CloudBase knocks on. */
export const functions: ReadonlyMap<string, CloudFunction> = new Map([
  ['ballot', ballot],
  ['card', card],
  ['home', home],
  ['review', review],
  ['session', session],
  ['registry', registry],
  ['membership', membership],
])
