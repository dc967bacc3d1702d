/**
 * 接口版本: counts the changes of the contract that an older app cannot live with: a procedure or a field taken away, an input that became required, a
 * meaning that changed. What is only added needs no new number. The app sends the number it was built with, with every call.
 */
export const contractVersion = 1

/**
 * The oldest app that is still answered; older ones are told to update. Raise it only after the version in between has been in people’s hands for a while
 * (WeChat updates an app at its second start, docs/operations.md).
 */
export const oldestSupported = 1

/** An app that says nothing is the first one: it sent no number. A later app than this server, after a rollback, is answered as well as can be. */
export function isSupported(version: number | undefined, oldest = oldestSupported): boolean {
  return (version ?? 1) >= oldest
}
