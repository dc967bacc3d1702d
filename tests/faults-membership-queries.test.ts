import { failEverywhere } from './faults/everywhere'

failEverywhere(({ name, kind }) => name === 'membership' && kind !== 'command')
