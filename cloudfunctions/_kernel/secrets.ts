import type { z } from 'zod'
import type { Sealer, SealPlace } from './seal/sealer'

/** Seals a value of a known shape as one field: `{collection}/{id}/{field}` is bound into the seal, so it opens nowhere else. */
export function sealJson<T>(sealer: Sealer, place: SealPlace, value: T): string {
  return sealer.seal(place, JSON.stringify(value))
}

/** Opens what `sealJson` closed; a value of another shape is a fault, never a guess. */
export function openJson<S extends z.ZodType>(
  sealer: Sealer,
  place: SealPlace,
  schema: S,
  sealed: string,
): z.output<S> {
  return schema.parse(JSON.parse(sealer.open(place, sealed)))
}
