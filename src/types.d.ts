/// <reference types="@tarojs/taro" />

declare module '*.scss'

declare namespace NodeJS {
  interface ProcessEnv {
    /** Set by Taro’s build: which platform this bundle is for. */
    readonly TARO_ENV: 'weapp' | 'h5'
  }
}
