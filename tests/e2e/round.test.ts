import { castUnions } from '../../local/demo/personas'
import { hangingMember, hangingTask, joinedMember, likelyPair } from '../faults/of-rounds'
import { somebody } from '../forms'
import { before } from './before-start'
import { stage } from './stage'

jest.setTimeout(600_000)

let pairTask = ''
let hangingId = ''

/** Somebody who is on file twice, and somebody who hangs. */
const prepare = before(async (world) => {
  await joinedMember(world, somebody(), 'demo-workshop')
  pairTask = (await likelyPair(world)).task
  await hangingMember(world)
  hangingId = await hangingTask(world)
})

const { phoneOf } = stage('none', prepare)
const battery = castUnions.battery.id
const factory = castUnions.factory.id

test('a chair goes through the half-year round: looks, tells what is missing, closes it', async () => {
  const chair = await phoneOf('battery-chair', `/officer/round/index?union=${battery}`)
  await chair.reads('职工入会率')
  await chair.readsNoMore('正在数会员')
  await chair.picture('round-open')
  await chair.tap('round-edit-phone')
  await chair.type('round-field', '60224')
  await chair.tap('round-field-save')
  await chair.reads('请填手机号，或带区号的座机')
  await chair.picture('round-field')
  await chair.type('round-field', '0572-6022447')
  await chair.tap('round-field-save')
  await chair.reads('0572-6022447')
  for (const [field, value] of [
    ['unitCode', '91350100M000100Y43'],
    ['address', '雉城街道明珠路 1 号'],
    ['staff', '260'],
    ['foundedOn', '2010-05-06'],
  ] as const) {
    await chair.tap(`round-edit-${field}`)
    await chair.type('round-field', value)
    await chair.tap('round-field-save')
    await chair.reads(value)
  }
  await chair.tap('round-close')
  await chair.tap('confirm-yes')
  await chair.reads('这一期核对好了')
  await chair.picture('round-closed')
})

test('the union above sees who has not, on the phone and on a desk', async () => {
  const path = `/officer/rounds-below/index?union=${castUnions.street.id}`
  const phone = await phoneOf('street', path)
  await phone.reads('没上报')
  await phone.tap('below-all')
  await phone.reads('到期')
  await phone.picture('rounds-below')
  const wide = await phoneOf('street', path, { width: 1280, height: 900 })
  await wide.tap('below-all')
  await wide.reads('到期')
  await wide.picture('rounds-below-desk')
})

test('two records of one person are looked at, merged and taken apart again', async () => {
  const path = `/officer/clean/index?union=${factory}`
  const chair = await phoneOf('factory-chair', path)
  await chair.reads('可能登记了两次')
  await chair.picture('clean-list')
  await chair.tap('clean-same-person-twice')
  await chair.reads('合并以后')
  await chair.picture('clean-pair')
  const narrow = await phoneOf('factory-chair', `${path}&task=${encodeURIComponent(pairTask)}`, {
    width: 360,
    height: 780,
  })
  await narrow.reads('合并以后')
  await narrow.picture('clean-pair-narrow')
  await chair.tap('pair-merge')
  await chair.tap('confirm-yes')
  await chair.reads('可以撤销')
  await chair.picture('clean-undo')
  await chair.tap('clean-undo')
  await chair.tap('confirm-yes')
  await chair.readsNoMore('可以撤销')
})

test('the list of who hangs is gone through', async () => {
  const chair = await phoneOf(
    'factory-chair',
    `/officer/clean/index?union=${factory}&task=${encodeURIComponent(hangingId)}`,
  )
  await chair.reads('没有单位，也不知道在哪里做什么')
  await chair.picture('clean-hanging')
})

test('a member says that nothing has changed', async () => {
  const member = await phoneOf('workshop', '/pages/mine/stored/index')
  await member.tap('data-confirm')
  await member.reads('核对过了')
  await member.picture('data-confirmed')
})
