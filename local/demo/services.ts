import type { ServiceFacts } from '../../shared/card/service'
import { HandedCode, ServiceId, type UnionId } from '../../shared/core/ids'
import { daysAfter } from '../../shared/core/calendar'
import { isoTime } from '../../shared/core/time'
import { services, serviceUses, type ServiceRecord } from '../../cloudfunctions/_kernel/records/services'
import { entry, type WorldEntry } from './entry'
import { castUnions } from './personas'
import type { Prng } from './prng'
import type { WorldTools } from './tools'

interface CastService extends ServiceFacts {
  readonly id: string
  readonly union: UnionId
  /** How often a day the card is shown there, about. */
  readonly busy: number
}

/** 会员服务 of the unions that personas meet. */
const cast: readonly CastService[] = [
  {
    id: 'service-clinic',
    union: castUnions.qingdao.id,
    kind: 'medical',
    name: '青岛市职工门诊部',
    gives: '凭会员卡免挂号费，每年一次免费体检',
    where: '青岛市市南区栖霞路 18 号',
    hours: '周一至周五 8:00–17:00',
    phone: '0532-12345601',
    busy: 9,
  },
  {
    id: 'service-legal-aid',
    union: castUnions.qingdao.id,
    kind: 'legal-aid',
    name: '青岛市职工法律援助中心',
    gives: '凭会员卡免费咨询；欠薪、工伤免费代理',
    where: '青岛市市南区东海西路 5 号 2 楼',
    hours: '工作日 9:00–17:00',
    phone: '12351',
    busy: 4,
  },
  {
    id: 'service-recuperation',
    union: castUnions.qingdao.id,
    kind: 'recuperation',
    name: '太平湾职工疗养院',
    gives: '凭会员卡疗休养按职工价，可带一位家属',
    where: '青岛市市南区太平湾路 3 号',
    phone: '0532-12345603',
    busy: 2,
  },
  {
    id: 'service-employment',
    union: castUnions.shinan.id,
    kind: 'employment',
    name: '市南区职工就业服务站',
    gives: '凭会员卡免费介绍工作、修改简历',
    where: '青岛市市南区宁夏路 286 号',
    hours: '工作日 9:00–16:30',
    phone: '0532-12345604',
    busy: 3,
  },
  {
    id: 'service-hardship',
    union: castUnions.street.id,
    kind: 'hardship',
    name: '中山路街道困难职工帮扶站',
    gives: '凭会员卡申请困难补助、金秋助学',
    where: '青岛市市南区中山路 97 号',
    hours: '工作日 9:00–17:00',
    phone: '0532-12345605',
    busy: 1,
  },
  {
    id: 'service-bookshop',
    union: castUnions.street.id,
    kind: 'merchant',
    name: '栈桥书店',
    gives: '凭会员卡购书八五折',
    where: '青岛市市南区中山路 12 号',
    hours: '每天 9:00–21:00',
    busy: 12,
  },
  {
    id: 'service-gym',
    union: castUnions.factory.id,
    kind: 'culture-sports',
    name: '澜屿职工健身房',
    gives: '凭会员卡免费使用，每周三有羽毛球课',
    where: '厂区 2 号楼一层',
    hours: '每天 17:00–21:30',
    busy: 15,
  },
  {
    id: 'service-training',
    union: castUnions.factory.id,
    kind: 'training',
    name: '焊工技能提升班',
    gives: '凭会员卡免学费，考证费报销一半',
    where: '厂区培训中心 301',
    hours: '每周六 9:00–16:00',
    phone: '0532-12345608',
    busy: 2,
  },
  {
    id: 'service-canteen',
    union: castUnions.changxing.id,
    kind: 'merchant',
    name: '雉城职工食堂',
    gives: '凭会员卡午餐立减 3 元',
    where: '长兴县雉城街道人民路 60 号',
    hours: '每天 10:30–13:30',
    phone: '0572-1234567',
    busy: 20,
  },
]

const monthDays = 30

/** What is offered, and how often cards were shown there in the last months. */
export function* serviceEntries(prng: Prng, { today }: Pick<WorldTools, 'today'>): Generator<WorldEntry> {
  const addedAt = isoTime(Date.parse('2026-03-02T02:00:00.000Z'))
  for (const { id, union, busy, ...facts } of cast) {
    const service = ServiceId.parse(id)
    const code = HandedCode.parse(id.padEnd(22, '-'))
    const times = { addedAt, updatedAt: addedAt }
    const record: ServiceRecord = { _id: service, union, state: 'open', ...facts, code, ...times }
    yield entry(services, record)
    for (let before = 1; before <= 5 * monthDays; before++) {
      const day = daysAfter(today, -before)
      const count = prng.whole(0, 2 * busy)
      if (count > 0) yield entry(serviceUses, { _id: `${service}:${day}:0`, service, day, count })
    }
  }
}
