import { describeStore, type OpenedStore } from '../../cloudfunctions/_kernel/store/contract'
import { contractCollections } from '../../cloudfunctions/_kernel/store/contract-letters'
import { openOn } from './cloud'
import { openGateway, type Gateway } from './gateway'

jest.setTimeout(600_000)

let gateway: Gateway
beforeAll(async () => {
  gateway = await openGateway()
})
afterAll(() => gateway.close())

describeStore('CloudBase', restartable, {
  commit: (moment) => gateway.lose('database.commitTransaction', moment),
  insert: (moment) => gateway.lose('database.insertDocument', moment),
})

async function restartable(): Promise<OpenedStore> {
  const store = await openOn(gateway, contractCollections)
  const close = () => store.close()
  return {
    store,
    close,
    reopen: async () => {
      await close()
      return restartable()
    },
  }
}
