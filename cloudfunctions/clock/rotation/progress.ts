import { applications } from '../../_kernel/records/applications'
import { persons } from '../../_kernel/records/persons'
import { rotations, type RotationRecord } from '../../_kernel/records/rotations'
import { sealedFields } from '../../_kernel/records/sealed-fields'
import type { Runtime } from '../../_kernel/runtime'
import { collectionsWithFiles } from './seals'

/** What one walk has still to do before the key it replaces may go. */
export type Progress =
  | { readonly kind: 'not-begun' }
  | { readonly kind: 'under-way'; readonly pass: 1 | 2; readonly begunAt: string }
  | { readonly kind: 'waiting'; readonly begunAt: string }
  | { readonly kind: 'done'; readonly doneAt: string }

export interface WalkProgress {
  readonly what: 'seals' | 'files' | 'locks'
  readonly collection: string
  /** The key, or keys, it brings everything under: those of this configuration. */
  readonly under: string
  readonly progress: Progress
}

/** 换钥匙到哪一步了: every walk there is, as it stands for the keys this process has. A note for other keys says nothing about these. */
export async function walksUnder({
  store,
  sealer,
  indexer,
}: Pick<Runtime, 'store' | 'sealer' | 'indexer'>): Promise<readonly WalkProgress[]> {
  const seal = sealer.current()
  const walks = [
    ...sealedFields.map(({ collection }) => ({ what: 'seals' as const, collection, under: seal })),
    ...collectionsWithFiles.map(({ name }) => ({ what: 'files' as const, collection: name, under: seal })),
    ...[persons, applications].map(({ name }) => ({
      what: 'locks' as const,
      collection: name,
      under: indexer.lockKeys,
    })),
  ]
  return Promise.all(
    walks.map(async (walk) => {
      const note = await store.get(rotations, `${walk.what}:${walk.collection}`)
      return { ...walk, progress: note?.under === walk.under ? progressOf(note) : { kind: 'not-begun' as const } }
    }),
  )
}

function progressOf({ pass, cursor, begunAt, doneAt }: RotationRecord): Progress {
  if (doneAt !== undefined) return { kind: 'done', doneAt }
  return pass === 2 && cursor === undefined ? { kind: 'waiting', begunAt } : { kind: 'under-way', pass, begunAt }
}
