import Taro from '@tarojs/taro'

const errors = '.field-error, .join-error'
/** What lies over the page: the title above, 下一步 below; in px. */
const covered = { above: 60, below: 150 }

/** 错在哪儿: where a page does not let somebody go on, its first error comes to where the eyes are. One that can be seen already stays in its place. */
export function showFirstError(): void {
  setTimeout(() => {
    Taro.createSelectorQuery()
      .select(errors)
      .boundingClientRect((found) => {
        const place = Array.isArray(found) ? found[0] : found
        if (place === undefined || place === null) return
        const { windowHeight } = Taro.getSystemInfoSync()
        if (place.top > covered.above && place.bottom < windowHeight - covered.below) return
        void Taro.pageScrollTo({ selector: errors, offsetTop: -covered.below, duration: 200 })
      })
      .exec()
  }, 50)
}
