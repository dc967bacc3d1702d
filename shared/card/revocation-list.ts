/** Enough of a reference to tell it from a million others. */
export const listedBytes = 8

/** 吊销名单: the beginnings of revoked references of one day, one after the other. */
export function isListed(list: Uint8Array, reference: Uint8Array): boolean {
  for (let at = 0; at + listedBytes <= list.length; at += listedBytes) {
    if (list.subarray(at, at + listedBytes).every((byte, index) => byte === reference[index])) return true
  }
  return false
}
