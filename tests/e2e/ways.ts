import { castPeople, castScenes, type CastPerson } from '../../local/demo/personas'
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

/** 找回会员身份 of somebody on the roster, with a phone that has been verified. */
export async function findsThemselves(phone: Walker, { name, number }: Worker): Promise<void> {
  await phone.type('bind-name', name)
  await phone.type('bind-number', number)
  await phone.tap('bind-send')
}

/** 转会 of a member who delivers food now, from the poster of the street’s union. */
export async function scansTheRidersPoster(phone: Walker): Promise<void> {
  await phone.open(`/pages/join/index?scene=${castScenes.newForm}`)
  await phone.reads('您已经是会员')
  await phone.tap('join-transfer')
  await phone.tap('join-choice-platform')
  await phone.tap('join-next')
  await phone.tap('join-no-station')
  await phone.tap('join-choice-delivery')
  await phone.tap('join-next')
}

/** 没退休: asked of those whose age allows it. */
export async function saysNotRetired(phone: Walker): Promise<void> {
  await phone.reads('您办退休了吗？')
  await phone.tap('join-choice-no')
  await phone.tap('join-next')
}

/** The first task of this union in its list. */
export async function opensTheTask(phone: Walker, union: string, title: string): Promise<void> {
  await phone.open(`/officer/tasks/index?union=${union}`)
  await phone.tapText(title)
}

/** From the first page into the work of this union. */
export async function goesToWork(phone: Walker, union: string): Promise<void> {
  await phone.tap(`home-office-${union}`)
}

/** From the workbench through 待办 to the first task of this title. */
export async function goesToTheTask(phone: Walker, title: string): Promise<void> {
  await phone.tap('workbench-tasks')
  await phone.tapText(title)
}

/** From the workbench through 花名册 to somebody’s page. */
export async function goesToTheMember(phone: Walker, name: string): Promise<void> {
  await phone.tap('workbench-roster')
  await phone.type('roster-search', name)
  await phone.reads('找到 1 人')
  await phone.tapText(name)
  await phone.reads('可以办的变动')
}
