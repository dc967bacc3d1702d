import { invitations } from '../../cloudfunctions/_kernel/records/registry'
import { accountOf } from '../../cloudfunctions/_kernel/caller'
import { castUnions } from '../../local/demo/personas'
import { Scene } from '../../shared/core/ids'
import { succeed } from '../../shared/core/outcome'
import { joinedMember } from '../faults/of-rounds'
import { likelyUnits, memberAt, unitOnFile } from '../faults/of-units'
import { somebody } from '../forms'
import { before } from './before-start'
import { stage } from './stage'
import { opensTheTask } from './ways'

jest.setTimeout(600_000)

const factory = castUnions.factory
const scene = Scene.parse('second-plant')
const branchName = '青岛澜屿海洋装备有限公司第二工厂'
let pair = ''

/** One unit on file twice with somebody at each, and a member of the factory’s who works at its second plant now. */
const prepare = before(async (system) => {
  const [code, slip] = ['91350100M000100Y43', '91350100M000100Y48']
  const twice = await likelyUnits(system, {
    first: { name: '青岛霁川精密机电有限公司', uscc: code, union: factory.id },
    second: { name: '青岛霁川精密机电（集团）有限公司', uscc: slip },
  })
  pair = twice.task
  await memberAt(system, twice.one)
  await memberAt(system, twice.other)
  await memberAt(system, twice.other)
  await joinedMember(system, somebody(), 'demo-workshop')
  const unit = await unitOnFile(system, { name: branchName, union: factory.id, unitKind: '股份制企业' })
  await system.runtime.store.transact(async (tx) => {
    const createdAt = system.runtime.now()
    const by = accountOf('demo-factory-chair', system.runtime)
    await tx.put(invitations, { _id: scene, union: factory.id, unit, createdAt, by })
    return succeed(undefined)
  })
})

const { phoneOf } = stage('none', prepare)

test('one unit on file twice: both side by side, merged, and taken apart again', async () => {
  const path = `/officer/clean/index?union=${factory.id}`
  const chair = await phoneOf('factory-chair', `/officer/tasks/index?union=${factory.id}`)
  await chair.reads('可能是同一家单位')
  await chair.picture('units-task')
  const one = await phoneOf('factory-chair', `${path}&task=${encodeURIComponent(pair)}`)
  await one.reads('合并以后')
  await one.picture('units-pair')
  const wide = await phoneOf('factory-chair', `${path}&task=${encodeURIComponent(pair)}`, { width: 1280, height: 900 })
  await wide.reads('合并以后')
  await wide.picture('units-pair-desk')
  await one.tap('units-merge')
  await one.reads('7 天内可以')
  await one.picture('units-sure')
  await one.tap('confirm-yes')
  const list = await phoneOf('factory-chair', path)
  await list.reads('可以撤销')
  await list.picture('units-undo')
  await list.tap('clean-undo')
  await list.tap('confirm-yes')
  await list.readsNoMore('可以撤销')
})

test('a member works elsewhere within the union: one tap, and the union looks', async () => {
  const member = await phoneOf('workshop', `/pages/join/index?scene=${scene}`)
  await member.reads('您已经是会员')
  await member.tap('join-transfer')
  await member.reads('不用转会，您还是在')
  await member.reads(branchName)
  await member.picture('workplace-staying')
  await member.tap('join-next')
  await member.reads('单位改好了')
  await member.picture('workplace-done')
  const chair = await phoneOf('factory-chair')
  await opensTheTask(chair, factory.id, '换了单位')
  await chair.reads(branchName)
  await chair.tap('look-workplace-wrong')
  await chair.picture('workplace-look')
  await chair.tap('look-send')
  await chair.reads('请他重新填写')
})
