import './services/zod-setup'
import Taro from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { watchForUpdate } from './services/update'
import './app.scss'

if (process.env.TARO_ENV === 'weapp') Taro.cloud.init({})
watchForUpdate()

/** 网上职工之家. */
export default function App({ children }: PropsWithChildren) {
  return children
}
