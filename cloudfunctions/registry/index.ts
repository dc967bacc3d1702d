import { cloudMain } from '../_kernel/cloud-main'
import { registryFunction } from './function'

export const main = cloudMain(registryFunction)
