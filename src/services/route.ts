import Taro, { useRouter } from '@tarojs/taro'

type Params = Readonly<Record<string, string | undefined>>

const home = 'pages/home/index'

function urlOf(path: string, params: Params): string {
  const query = Object.entries(params).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  return `/${path}${query.length === 0 ? '' : `?${query.join('&')}`}`
}

export function go(path: string, params: Params = {}): Promise<unknown> {
  return Taro.navigateTo({ url: urlOf(path, params) })
}

/** Without a way back to this page. */
export function replaceWith(path: string, params: Params = {}): Promise<unknown> {
  return Taro.redirectTo({ url: urlOf(path, params) })
}

export function goHome(): Promise<unknown> {
  return Taro.reLaunch({ url: `/${home}` })
}

/** Without a way back: whatever page it was, its calls would be refused again. */
export function goToUpdate(): Promise<unknown> {
  return Taro.reLaunch({ url: '/pages/update/index' })
}

/** Whether this page is the first one of the app. */
export function useIsHome(): boolean {
  return useRouter().path.includes(home)
}

/** To the page before, or home where a shared link was the first page. */
export function back(): Promise<unknown> {
  return Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : goHome()
}

/** The page’s parameters, decoded. */
export function useParams(): Params {
  const { params } = useRouter()
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, value === undefined ? undefined : decoded(value)]),
  )
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
