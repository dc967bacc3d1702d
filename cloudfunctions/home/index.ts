import { cloudMain } from '../_kernel/cloud-main'
import { homeFunction } from './function'

export const main = cloudMain(homeFunction)
