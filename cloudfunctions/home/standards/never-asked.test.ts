import { catalogue, textOf, type StandardItem } from '../../../shared/home/standards/catalogue'
import { homeDocuments } from '../../../shared/home/standards/document'
import type { ManagementKind } from '../../../shared/home/management/facts'
import { standingOf } from '../../../shared/home/standards/standing'
import { inOrder, regionInOrder, rulesOf, today } from '../../../shared/home/standards/standards.fixture'
import type { CommitteeKind } from '../../../shared/org/committees'
import type { PublicationKind } from '../../../shared/org/publication'
import type { ReviewKind } from '../../../shared/review/kinds'
import { allCollections } from '../../_kernel/records/all'

/** 有记录的不再问: by what words a clause names what a record keeps; `tells nothing`: no clause is about it, or it is not told by it. */
type Words = RegExp | 'tells nothing'

const managed: Readonly<Record<ManagementKind, Words>> = {
  board: /职工董事|职工监事/,
  disclosure: /[厂事]务公开/,
  contract: /集体合同/,
  appraisal: /评议企业领导/,
}
const elected: Readonly<Record<CommitteeKind, Words>> = {
  committee: /工会委员会|按时换届|组织机构/,
  audit: /建立经费审查委员会|经费审查委员会、/,
  women: /女职工委员/,
  'labour-law': /劳动法律监督/,
}
const published: Readonly<Record<PublicationKind, Words>> = {
  accounts: /公开收支|公开.*经费/,
  decisions: 'tells nothing',
  notice: 'tells nothing',
  // Its day and its place, and not what it was for.
  activity: 'tells nothing',
}
const reviewed: Readonly<Record<ReviewKind, Words>> = {
  members: /评家|会员满意/,
  sample: /抽查/,
  staff: /职工满意率/,
}

/** Whatever is kept by the union has its place here, or the test below says so: whoever adds a record looks for the items that it answers. */
const kept: Readonly<Record<string, Words | Readonly<Record<string, Words>>>> = {
  managementRecords: managed,
  committees: elected,
  publications: published,
  reviews: reviewed,
  memberCongresses: /会员（?代?表?）?大会|会员代表大会/,
  staffCongresses: /职工（?代表）?大会|职工代表大会/,
  unionBranches: /工会小组/,
  memberships: /会员档案|花名册|入会率/,
  rounds: /会员会籍/,
  units: /建会率/,
  officers: /工会主席|专兼职(工会)?干部/,
  unionApplications: /批复/,
  archiveFilings: /存档/,
}
const tellsNothing = [
  ...['applications', 'bindings', 'cards', 'dataRequests', 'exports', 'imports', 'membershipEvents', 'merges'],
  ...['assessmentCalls', 'guidances', 'homeAssessments', 'honourProposals', 'titles', 'tasks', 'reviewRounds'],
  ...['coverages', 'figureMonths', 'invitations', 'officeGrants', 'provisions', 'services', 'unionChanges'],
]
const ofUnions = allCollections.filter(({ indexes }) => Object.values(indexes).some(([first]) => first === 'union'))

/** What is asked all the same, for no record tells it. */
const asked = {
  // Whose relative somebody is, and what rank they have.
  'JJ-6G-1-1': ['committees: committee', 'officers'],
  // 职工法律服务站.
  'QD-REG-SVC-04': ['committees: labour-law'],
  // 工会委员会会议.
  'QD-REG-SYS-01': ['committees: committee', 'memberCongresses'],
}

const lists = Object.entries(kept).flatMap(([name, words]) =>
  words instanceof RegExp || typeof words === 'string'
    ? [{ name, words }]
    : Object.entries(words).map(([kind, each]) => ({ name: `${name}: ${kind}`, words: each })),
)

const namedIn = (item: StandardItem) =>
  lists.flatMap(({ name, words }) =>
    words instanceof RegExp && homeDocuments.some((document) => words.test(textOf(item, document))) ? [name] : [],
  )

test('every record of a union is one that clauses are about, or one that tells nothing of them', () => {
  expect([...Object.keys(kept), ...tellsNothing].sort()).toEqual(ofUnions.map(({ name }) => name).sort())
  const words = lists.filter((one) => one.words instanceof RegExp).map(({ name }) => name)
  expect(words.filter((name) => !catalogue.some((item) => namedIn(item).includes(name)))).toEqual([])
})

test('an item that names what a record keeps asks for nothing once that is on record', () => {
  const open = catalogue.flatMap((item): readonly (readonly [string, readonly string[]])[] => {
    const facts = item.standard === 'REG' ? regionInOrder : inOrder
    const rules = rulesOf(item.standard === 'six-norms' ? '3604' : '3702')
    const [standing] = standingOf([item], facts, rules, today)
    const named = namedIn(item)
    return standing?.state === 'open' && named.length > 0 ? [[item.id, named]] : []
  })
  expect(Object.fromEntries(open)).toEqual(asked)
})
