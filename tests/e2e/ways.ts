import { castPeople, type CastPerson } from '../../local/demo/personas'
import type { Walker } from '../walker'

type Worker = Pick<CastPerson, 'name' | 'number' | 'mobile'>

/** 我是谁, 学历 and 户籍, as a person types them. */
export async function tellsWhoTheyAre(phone: Walker, { name, number, mobile }: Worker): Promise<void> {
  await phone.type('join-name', name)
  await phone.type('join-number', number)
  await phone.type('join-mobile', mobile)
  await phone.tap('join-next')
}

export async function givesDetails(phone: Walker): Promise<void> {
  await phone.pickFirst('join-education')
  await phone.tap('join-household-rural')
  await phone.tap('join-next')
}

/** From the union’s name to the sent application, where the letter is ticked. */
export async function agreesAndSends(phone: Walker): Promise<void> {
  await phone.tap('join-next')
  await phone.tap('join-agree')
  await phone.tap('join-next')
  await phone.reads('请核对一遍')
  await phone.tap('join-sensitive')
  await phone.tap('join-next')
}

/** 扫厂里的海报的焊工, from the poster to the sent application. */
export async function welderJoins(phone: Walker, worker: Worker = castPeople.workshop): Promise<void> {
  await phone.open('/pages/join/index?scene=lanyu-factory')
  await phone.tap('join-choice-unit')
  await phone.tap('join-next')
  await tellsWhoTheyAre(phone, worker)
  await givesDetails(phone)
  await phone.reads('青岛澜屿海洋装备有限公司工会')
  await agreesAndSends(phone)
}
