import { storedFiles } from './files/cloud'
import { allCollections } from './records/all'

/** Every collection in the cloud: the records, and where in cloud storage each file lies. */
export const cloudCollections = [...allCollections, storedFiles] as const
