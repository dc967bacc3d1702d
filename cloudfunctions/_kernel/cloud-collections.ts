import { storedFiles } from './files/cloud'
import { allCollections } from './records/all'
import { ballotCollections } from './records/casts'

/** Every collection in the cloud: the records, the casts, and where in cloud storage each file lies. */
export const cloudCollections = [...allCollections, ...ballotCollections, storedFiles] as const
