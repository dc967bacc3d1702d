import { RequestId } from '../../shared/core/ids'
import { newRequestId, requestFor } from './request-id'

describe('an act keeps its request id until it was answered', () => {
  test('the same input is the same request, another input another one', () => {
    const first = requestFor(undefined, { a: 1 }, () => 'one')
    expect(requestFor(first, { a: 1 }, () => 'two')).toBe(first)
    expect(requestFor(first, { a: 2 }, () => 'two').requestId).toBe('two')
    expect(requestFor(undefined, { a: 1 }, () => 'three').requestId).toBe('three')
  })

  test('a new id is one that the contract takes, and never the same', () => {
    const ids = Array.from({ length: 500 }, newRequestId)
    expect(ids.every((id) => RequestId.safeParse(id).success)).toBe(true)
    expect(new Set(ids).size).toBe(ids.length)
  })
})
