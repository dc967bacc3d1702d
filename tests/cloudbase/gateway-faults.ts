/**
 * What the service answers instead of data. Codes and texts of conflicts, transactions that are gone and duplicates are those that the SDK’s own tests and
 * https://docs.cloudbase.net/error-code/ record; where only the limit is documented and not its wording, the text is ours.
 */
export class ServiceFault extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

const contact = 'Please check your request, but if the problem persists, contact us.'

export const faults = {
  conflict: () =>
    new ServiceFault(
      'DATABASE_TRANSACTION_CONFLICT',
      `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${contact}`,
    ),
  gone: () =>
    new ServiceFault(
      'DATABASE_TRANSACTION_FAIL',
      `[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. ${contact}`,
    ),
  tooManyOperations: () =>
    new ServiceFault('DATABASE_TRANSACTION_FAIL', `a transaction takes at most 100 operations. ${contact}`),
  duplicate: () => new ServiceFault('DATABASE_DUPLICATE_WRITE', 'Duplicate key when writing data'),
  /** As MongoDB says it, which is what comes through from inside of a transaction. */
  duplicateInside: (collection: string, id: string) =>
    new ServiceFault(
      'DATABASE_REQUEST_FAILED',
      `E11000 duplicate key error collection: ${collection} index: _id_ dup key: { _id: ${JSON.stringify(id)} }`,
    ),
  noCollection: (collection: string) =>
    new ServiceFault('DATABASE_COLLECTION_NOT_EXIST', `Db or Table not exist: ${collection}. ${contact}`),
  collectionExists: (collection: string) =>
    new ServiceFault('DATABASE_COLLECTION_ALREADY_EXIST', `Table exist: ${collection}`),
  operator: (name: string) => new ServiceFault('DATABASE_INVALID_OPERRATOR', `unknown operator: ${name}`),
  parameter: (what: string) => new ServiceFault('INVALID_PARAM', what),
  tooLarge: () => new ServiceFault('DATABASE_REQUEST_FAILED', 'document is larger than the maximum size 16777216'),
  signature: (what: string) => new ServiceFault('SIGN_PARAM_INVALID', what),
}
