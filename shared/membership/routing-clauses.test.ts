import { RegionId } from '../core/ids'
import { clausesInForce, clausesOf } from './routing-clauses'

const places = {
  qingdao: ['370202005', '370202', '3702'],
  linyi: ['371302', '3713'],
  changxing: ['330522001', '330522', '3305'],
  nowhere: [],
}
const titles = (rule: keyof typeof clausesOf, place: keyof typeof places) =>
  clausesInForce(
    clausesOf[rule],
    places[place].map((id) => RegionId.parse(id)),
  ).map(({ title }) => title)

describe('a worker is shown what is in force where the work is', () => {
  test.each([
    ['R10', 'qingdao', ['青岛市总工会通知 二（一）']],
    ['R10', 'changxing', ['长兴县总工会通知 二（三）1']],
    ['R12', 'qingdao', ['鲁会〔2014〕79号 4']],
    ['R12', 'linyi', ['鲁会〔2014〕79号 4']],
    ['R12', 'changxing', ['长兴县总工会通知 二（一）']],
    ['R22', 'changxing', ['劳动合同法 第六十四条']],
    ['R03', 'qingdao', ['工会会员会籍管理办法']],
  ] as const)('%s in %s', (rule, place, shown) => {
    expect(titles(rule, place)).toEqual(shown)
  })

  test('a clause of another place is a reference, and says so', () => {
    expect(titles('R02', 'qingdao')).toEqual(['参照长兴县总工会通知 二（六）'])
    expect(titles('R40', 'changxing')).toEqual(['参照青岛市总工会通知 二（二）'])
  })

  test('where nobody said the place, every clause stands', () => {
    expect(titles('R10', 'nowhere')).toHaveLength(2)
  })

  test('what is shown carries the words, and not where they are in force', () => {
    for (const clause of clausesInForce(clausesOf.R10, [RegionId.parse('3702')]))
      expect(Object.keys(clause).sort()).toEqual(['quote', 'title'])
  })
})
