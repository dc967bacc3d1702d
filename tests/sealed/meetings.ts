import { castUnions } from '../../local/demo/personas'
import type { Asking } from './asking'

const union = castUnions.factory.id
const chair = 'demo-factory-chair'

export async function inMeetings({ call }: Asking): Promise<void> {
  await call(chair, 'home', 'meetingsOfUnion', { union, year: 2026 })
}
