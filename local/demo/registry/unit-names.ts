import type { Industry } from '../../../shared/membership/joining'
import type { UnitKind } from '../../../shared/org/unit'
import type { Prng } from '../prng'

/**
 * Invented names of units that look as such names do: place, a brand put together from two rare characters, trade, form. None is
 * taken from a register of firms; a likeness to an existing one is chance.
 */
const first = [...'澜屿翊昱沐衡岑朔弈芃砚钧岱淇渌颂菡筱棠桉蔚皓煦泓珩']
const second = [...'禾川舟岩樾汀桐陌野序尧棋聿沅笙堇沚庭羽帆瑜霖峤阑丘']

export interface UnitShape {
  readonly kind: UnitKind
  readonly industry?: Industry
  readonly staff: readonly [from: number, to: number]
  /** Where the name begins: with the city as firms do, with the district as shops and public bodies do. */
  readonly prefix: 'city' | 'district'
  readonly endings: readonly string[]
  /** Whether units of this shape found a union of their own. */
  readonly founds: boolean
}

const shape = (
  kind: UnitKind,
  industry: Industry | undefined,
  staff: UnitShape['staff'],
  endings: readonly string[],
  prefix: UnitShape['prefix'] = 'city',
): UnitShape => ({
  kind,
  ...(industry === undefined ? {} : { industry }),
  staff,
  endings,
  prefix,
  founds: kind !== '个体经济',
})

/** How often each shape occurs among units that stand alone. */
export const shapes: readonly (readonly [weight: number, shape: UnitShape])[] = [
  [
    11,
    shape(
      '私营企业',
      'machinery',
      [20, 400],
      ['机械制造有限公司', '精密模具有限公司', '阀门有限公司', '电机有限公司', '自动化设备有限公司'],
    ),
  ],
  [7, shape('私营企业', 'construction', [15, 300], ['建筑工程有限公司', '装饰工程有限公司', '市政工程有限公司'])],
  [7, shape('私营企业', 'catering', [6, 90], ['餐饮管理有限公司', '食品有限公司', '酒店管理有限公司'])],
  [7, shape('私营企业', 'retail', [5, 150], ['商贸有限公司', '超市连锁有限公司', '百货有限公司'])],
  [5, shape('私营企业', 'property', [20, 500], ['物业服务有限公司', '保安服务有限公司', '保洁服务有限公司'])],
  [4, shape('私营企业', 'express', [8, 120], ['快递服务有限公司', '速运服务有限公司'])],
  [4, shape('私营企业', 'truck', [6, 150], ['物流有限公司', '道路运输有限公司', '供应链管理有限公司'])],
  [3, shape('私营企业', 'delivery', [10, 120], ['配送服务有限公司', '即时配送有限公司'])],
  [2, shape('私营企业', 'ride_hailing', [6, 80], ['出行服务有限公司', '汽车租赁有限公司'])],
  [2, shape('私营企业', 'domestic', [5, 90], ['家政服务有限公司', '养老服务有限公司'])],
  [
    12,
    shape(
      '私营企业',
      'other',
      [5, 260],
      ['信息技术有限公司', '纺织服装有限公司', '化工有限公司', '水产有限公司', '新材料有限公司', '生物科技有限公司'],
    ),
  ],
  [
    2,
    shape(
      '国有控股企业',
      'machinery',
      [200, 2000],
      ['船舶配件股份有限公司', '轨道装备股份有限公司', '重工股份有限公司'],
    ),
  ],
  [2, shape('国有企业', 'other', [80, 900], ['水务有限责任公司', '公共交通有限责任公司', '热力有限责任公司'])],
  [3, shape('外商投资企业', 'machinery', [50, 900], ['电子（中国）有限公司', '汽车部件有限公司', '光学有限公司'])],
  [2, shape('劳务派遣单位', undefined, [30, 800], ['人力资源有限公司', '劳务派遣有限公司', '人才服务有限公司'])],
  [
    9,
    shape('事业单位', 'other', [20, 400], ['小学', '中学', '医院', '幼儿园', '文化馆', '社区卫生服务中心'], 'district'),
  ],
  [2, shape('集体企业', 'other', [10, 200], ['印刷厂', '建材厂', '渔具厂'])],
  [2, shape('股份制企业', 'machinery', [60, 900], ['智能装备股份有限公司', '仪表股份有限公司'])],
  [1, shape('港澳台投资企业', 'other', [40, 600], ['制衣有限公司', '塑胶制品有限公司'])],
  [1, shape('联营企业', 'truck', [15, 120], ['仓储联营公司', '货运联营公司'])],
  [2, shape('社会组织', 'other', [5, 60], ['社会工作服务中心', '志愿服务协会', '养老公寓'], 'district')],
  [9, shape('个体经济', 'catering', [1, 12], ['面馆', '海鲜烧烤店', '早点铺', '饺子馆'], 'district')],
  [6, shape('个体经济', 'retail', [1, 8], ['便利店', '五金店', '水果店', '服装店'], 'district')],
  [3, shape('个体经济', 'other', [1, 8], ['理发店', '汽修厂', '打印社'], 'district')],
]

/** 机关 of a district, by their functions. */
export const bureaus = [
  '教育和体育局',
  '卫生健康局',
  '人力资源和社会保障局',
  '住房和城乡建设局',
  '交通运输局',
  '文化和旅游局',
  '农业农村局',
  '市场监督管理局',
  '民政局',
  '财政局',
  '司法局',
  '应急管理局',
] as const

export function brand(prng: Prng): string {
  return prng.pick(first) + prng.pick(second)
}

/** 青岛, 长兴: a place’s name as firms carry it. */
export function shortPlace(name: string): string {
  return name.length > 2 ? name.replace(/[市区县]$/, '') : name
}
