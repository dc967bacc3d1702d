import type { Collection, Stored } from '../store/port'
import { accounts } from './accounts'
import { applications, drafts } from './applications'
import { memberCongresses, staffCongresses } from './congresses'
import { certificates } from './certificates'
import { dataRequests } from './data-requests'
import { exportPages, exports } from './exports'
import { homeAssessments } from './home-standards'
import { importPages, importPieces, imports } from './imports'
import { listObjections } from './elector-lists'
import { memberships } from './memberships'
import { merges } from './merges'
import { persons } from './persons'
import { officeGrants, officers } from './registry'
import { paperCounts, reviewComments, reviewCounts } from './review-counts'
import { reviewResults } from './review-results'
import { reviewKeys } from './reviews'
import { transfers } from './transfers'
import { unionApplications } from './union-applications'
import { eventItems } from './union-events'
import { committees, unionChanges } from './union-registry'
import { requests } from './upkeep'

/** A collection with sealed fields, its type known to whoever uses it. Each field’s seal is bound to {collection}/{_id}/{field}. */
export interface SealedFields {
  readonly collection: string
  readonly fields: readonly string[]
  use<T>(work: <D extends Stored>(collection: Collection<D>, fields: readonly (keyof D & string)[]) => T): T
}

function sealed<D extends Stored>(collection: Collection<D>, ...fields: readonly (keyof D & string)[]): SealedFields {
  return { collection: collection.name, fields, use: (work) => work(collection, fields) }
}

/** Every field that holds a seal: what a change of the sealing key rewrites. `sealed-fields.test.ts` finds a seal that is missing here. */
export const sealedFields: readonly SealedFields[] = [
  sealed(accounts, 'mobile', 'openid'),
  sealed(applications, 'secrets'),
  sealed(certificates, 'secrets'),
  sealed(committees, 'chair'),
  sealed(dataRequests, 'secrets'),
  sealed(drafts, 'draft'),
  sealed(eventItems, 'sentence'),
  sealed(exports, 'reason'),
  sealed(exportPages, 'rows'),
  sealed(imports, 'secrets'),
  sealed(homeAssessments, 'answers'),
  sealed(importPages, 'rows'),
  sealed(importPieces, 'content'),
  sealed(listObjections, 'said', 'reason'),
  sealed(memberCongresses, 'minutes'),
  sealed(memberships, 'roster', 'situation'),
  sealed(merges, 'images'),
  sealed(officeGrants, 'secrets'),
  sealed(officers, 'name', 'display', 'successor'),
  sealed(paperCounts, 'entries'),
  sealed(persons, 'secrets'),
  sealed(requests, 'answer'),
  sealed(reviewComments, 'comments'),
  sealed(reviewCounts, 'figures'),
  sealed(reviewResults, 'figures'),
  sealed(reviewKeys, 'signing', 'tally'),
  sealed(staffCongresses, 'minutes'),
  sealed(transfers, 'secrets'),
  sealed(unionApplications, 'body'),
  sealed(unionChanges, 'person'),
]
