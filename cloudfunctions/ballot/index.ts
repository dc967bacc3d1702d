import { cloudMain } from '../_kernel/cloud-main'
import { ballotFunction } from './function'

export const main = cloudMain(ballotFunction)
