import cloudbase from '@cloudbase/node-sdk'

/** CloudBase’s SDK for the environment this function runs in: database, storage, WeChat’s interfaces. Everything else knows only this type. */
export type CloudApp = ReturnType<typeof cloudbase.init>

/** Longer than a slow write takes, shorter than what a person waits for a page. */
const answerWithinMs = 10_000

/**
 * Opens the SDK with what the platform gives every function: environment id, region and short-lived credentials come from its own variables, read anew
 * for each request because they expire. Keep-alive is off by default inside functions; without it every read opens a connection.
 */
export function openCloudApp(): CloudApp {
  return cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV, keepalive: true, timeout: answerWithinMs })
}
