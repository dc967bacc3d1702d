import { failEverywhere } from './faults/everywhere'

failEverywhere(({ name }) => name === 'review' || name === 'ballot')
