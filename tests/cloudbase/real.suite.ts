import { openCloudbaseStore } from '../../cloudfunctions/_kernel/store/cloudbase'
import { commitsName } from '../../cloudfunctions/_kernel/store/cloudbase-commits'
import { openDatabase, type CloudEnvironment } from '../../cloudfunctions/_kernel/store/cloudbase-database'
import { describeStore, type OpenedStore } from '../../cloudfunctions/_kernel/store/contract'
import { contractCollections } from '../../cloudfunctions/_kernel/store/contract-letters'

// Over the public network, where every request takes its time and a walk through 2,500 documents minutes.
jest.setTimeout(1_200_000)

const { TCB_ENV = '', TENCENTCLOUD_SECRETID = '', TENCENTCLOUD_SECRETKEY = '', TCB_SERVICE_URL } = process.env
const environment: CloudEnvironment = {
  env: TCB_ENV,
  secretId: TENCENTCLOUD_SECRETID,
  secretKey: TENCENTCLOUD_SECRETKEY,
  ...(TCB_SERVICE_URL === undefined ? {} : { serviceUrl: TCB_SERVICE_URL }),
}
/** Collections of their own, which the SDK can make and empty but not remove: the same ones each time, one run at a time. */
const prefix = 'test'

beforeAll(empty)
afterAll(empty)

describeStore('CloudBase, a real environment', restartable)

async function restartable(): Promise<OpenedStore> {
  const store = openCloudbaseStore({ environment, collections: contractCollections, prefix })
  await store.prepare()
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

async function empty(): Promise<void> {
  const database = openDatabase(environment)
  for (const name of [commitsName, ...contractCollections.map((collection) => collection.name)]) {
    await database.create(prefix + name)
    await database.removeAll(prefix + name)
  }
}
