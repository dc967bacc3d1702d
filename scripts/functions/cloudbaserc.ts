import { runtimeName } from './bundle'
import type { DeclaredFunction } from './declared'

/** What every function is told. `npm run deploy` checks them before it uploads anything; the CLI puts them in from `.env`. */
export const requiredVariables = ['SEAL_KEYS', 'SEAL_CURRENT', 'INDEX_KEY', 'DESK_ORIGIN'] as const
export const optionalVariables = [
  'LOCK_KEYS',
  'CARD_KEYS',
  'CARD_CURRENT',
  'MINI_PROGRAM_EDITION',
  'WX_TEMPLATE_RESULT',
  'WX_TEMPLATE_NEWS',
] as const

/** `cloudbaserc.json`, as @cloudbase/cli reads it: no value of the environment stands in it, only where it comes from. */
export function cloudbaserc(functions: readonly DeclaredFunction[], variables: readonly string[]): object {
  const fromEnvironment = (name: string) => `{{env.${name}}}`
  return {
    version: '2.0',
    envId: fromEnvironment('TCB_ENV'),
    functionRoot: 'dist/cloudfunctions',
    functions: functions.map(({ name, memoryMb, timeoutSeconds, timers }) => ({
      name,
      handler: 'index.main',
      runtime: runtimeName,
      memorySize: memoryMb,
      timeout: timeoutSeconds,
      installDependency: false,
      envVariables: Object.fromEntries(variables.map((variable) => [variable, fromEnvironment(variable)])),
      triggers: timers.map(({ name: timer, cron }) => ({ name: timer, type: 'timer', config: cron })),
    })),
  }
}
