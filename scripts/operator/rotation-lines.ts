import { unreachable } from '../../shared/core/unreachable'
import type { Progress, WalkProgress } from '../../cloudfunctions/clock/rotation/progress'

/** A line per walk, and one per kind of key that says whether what it replaces may go. */
export function rotationLines(walks: readonly WalkProgress[]): readonly string[] {
  return [
    ...walks.map(({ what, collection, under, progress }) => `${what}:${collection} → ${under}: ${told(progress)}`),
    verdict(walks, ['seals', 'files'], 'SEAL_KEYS'),
    verdict(walks, ['locks'], 'LOCK_KEYS'),
  ]
}

function verdict(walks: readonly WalkProgress[], kinds: readonly WalkProgress['what'][], variable: string): string {
  const meant = walks.filter(({ what }) => kinds.includes(what))
  const under = meant[0]?.under ?? ''
  const left = meant.filter(({ progress }) => progress.kind !== 'done').length
  if (left > 0) return `${variable}: change nothing yet, ${left} of ${meant.length} walks are not done`
  return under.includes('+')
    ? `${variable}: everything is under ${under}; the one that is to go may be taken out, then ask again`
    : `${variable}: everything is under ${under}; any other key may be taken out`
}

function told(progress: Progress): string {
  switch (progress.kind) {
    case 'not-begun':
      return 'not begun; the clock begins within a minute'
    case 'under-way':
      return `pass ${progress.pass} of 2 under way, begun ${progress.begunAt}`
    case 'waiting':
      return `pass 2 of 2 waits until an hour after ${progress.begunAt}, when no instance with the older keys lives`
    case 'done':
      return `done ${progress.doneAt}`
    default:
      return unreachable(progress)
  }
}
