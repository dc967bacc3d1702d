/** The SDK ships this file without types, and its package entry would load the whole SDK for one small parser. */
declare module '@cloudbase/node-sdk/dist/utils/tcbcontext' {
  export function getCloudbaseContext(context: unknown): unknown
}
