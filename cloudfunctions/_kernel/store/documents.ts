import type { Collection, Stored } from './port'
import { keyOf } from './plan'

/** A document that its own collection’s schema refuses. Names the place and the kind of fault, never a value. */
export class InvalidDocument extends Error {
  override readonly name = 'InvalidDocument'
}

const longestId = 512
/** Half of a surrogate pair: no store keeps it as it was. */
const illFormed = /\p{Surrogate}/u

/** The document as it may be stored. Throws `InvalidDocument` where schema or indexes refuse it. */
export function checked<D extends Stored>(collection: Collection<D>, document: D): D {
  const sound = fitting(collection, document)
  if (sound._id === '' || sound._id.length > longestId || illFormed.test(sound._id))
    throw new InvalidDocument(`${collection.name} cannot keep a document under this id`)
  for (const field of Object.values(collection.indexes).flat()) {
    const key = keyOf(sound, field)
    if (typeof key === 'string' && illFormed.test(key))
      throw new InvalidDocument(`${collection.name}/${sound._id}: ${field} is not well-formed text`)
  }
  return sound
}

/** A stored document in today’s form and by its schema: what a store gives out is as trustworthy as what it takes in. */
export function parsed<D extends Stored>(collection: Collection<D>, document: unknown): D {
  return fitting(collection, collection.upgrade === undefined ? document : collection.upgrade(document))
}

function fitting<D extends Stored>(collection: Collection<D>, document: unknown): D {
  const result = collection.schema.safeParse(document)
  if (result.success) return result.data
  const places = result.error.issues.map((issue) => `${issue.path.map(String).join('.')} (${issue.code})`)
  throw new InvalidDocument(`a document does not fit ${collection.name}: ${places.join(', ')}`)
}
