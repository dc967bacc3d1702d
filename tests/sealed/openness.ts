import { castUnions } from '../../local/demo/personas'
import { joinedMember, paper } from '../members'
import { accounts, heldToday, notice, published } from '../faults/of-openness'
import { granted } from '../system'
import { owner, type Asking } from './asking'

const union = castUnions.factory.id
const chair = 'demo-factory-chair'

export async function inTheOpen({ system, call }: Asking): Promise<void> {
  const { picture } = granted(await system.ask(chair, 'registry', 'putPicture', { union, picture: paper }))
  await call(chair, 'registry', 'putPicture', { union, picture: paper })
  await call(chair, 'registry', 'publish', { union, facts: notice })
  const publication = await published(system, { ...accounts, pictures: [picture] })
  const facts = { ...accounts, text: '补上第四季度。', pictures: [picture] }
  await call(chair, 'registry', 'changePublication', { union, publication, seen: 1, facts })
  await call(chair, 'registry', 'publicationVersion', { publication, version: 1 })
  await call(chair, 'registry', 'publicationPicture', { publication, picture })
  await call(owner, 'registry', 'publications', { union })
  await call(chair, 'registry', 'writtenPublications', { union })
  await call(chair, 'registry', 'withdrawPublication', { union, publication, reason: '数字有误' })

  const { person, as, publication: party } = await heldToday(system)
  const { as: late } = await joinedMember(system)
  await call(late, 'registry', 'signUp', { publication: party })
  await call(late, 'registry', 'giveBackPlace', { publication: party })
  await call(as, 'registry', 'myNews', {})
  await call(as, 'registry', 'publication', { publication: party })
  await call(chair, 'registry', 'signUps', { union, publication: party })
  await call(chair, 'registry', 'tickPresence', { union, publication: party, person, present: true })
  await call(chair, 'registry', 'countAttendance', { union, publication: party, attended: 3 })
}
