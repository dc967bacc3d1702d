import { failEverywhere } from './faults/everywhere'

failEverywhere(({ name }) => name === 'home')
