/** 震动, without a sound: once for yes, twice for no, where the browser can and somebody has tapped (it refuses before). */
export function buzz(times: 'once' | 'twice'): void {
  if (!('vibrate' in navigator) || !navigator.userActivation?.hasBeenActive) return
  navigator.vibrate(times === 'once' ? 40 : [40, 140, 40])
}
