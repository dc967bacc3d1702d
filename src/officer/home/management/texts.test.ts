import { nameOf } from './texts'

test('what a company makes known is 厂务公开, and what an organ or an institution does 事务公开', () => {
  expect([nameOf('disclosure', 'enterprise'), nameOf('disclosure', 'public')]).toEqual(['厂务公开', '事务公开'])
})
