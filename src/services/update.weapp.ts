import Taro from '@tarojs/taro'

/** What an update came to. `by-hand`: WeChat has none ready, and the person has to fetch it. */
export type Updating = 'restarting' | 'downloading' | 'by-hand'

type Download = 'under-way' | 'ready' | 'none'
const slot: { download: Download; asked: boolean } = { download: 'under-way', asked: false }

/** WeChat looks for a new version at each start and tells it once: heard from the start, or not at all. */
export function watchForUpdate(): void {
  const manager = Taro.getUpdateManager()
  const turned = (download: Download) => () => {
    slot.download = download
  }
  manager.onCheckForUpdate(({ hasUpdate }) => {
    if (!hasUpdate) slot.download = 'none'
  })
  manager.onUpdateFailed(turned('none'))
  manager.onUpdateReady(() => {
    slot.download = 'ready'
    if (slot.asked) manager.applyUpdate()
  })
}

/** Restarts with the new version now, or as soon as it is here. */
export function update(): Updating {
  slot.asked = true
  switch (slot.download) {
    case 'ready':
      Taro.getUpdateManager().applyUpdate()
      return 'restarting'
    case 'under-way':
      return 'downloading'
    case 'none':
      return 'by-hand'
  }
}
