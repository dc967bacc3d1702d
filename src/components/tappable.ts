type Role = 'button' | 'radio' | 'checkbox' | 'link' | 'tab'

export interface Tappable {
  readonly role: Role
  readonly label?: string
  readonly checked?: boolean
  readonly expanded?: boolean
  readonly disabled?: boolean
}

/** 无障碍: what a screen reader hears of something that is tapped. WeChat and browsers name the same things differently. */
export function tappable({ role, label, checked, expanded, disabled }: Tappable): Readonly<Record<string, unknown>> {
  const stated = { checked, expanded, disabled, label }
  if (process.env.TARO_ENV === 'weapp') {
    return { ariaRole: role, ...named(stated, (name) => `aria${name.charAt(0).toUpperCase()}${name.slice(1)}`) }
  }
  return { role, tabIndex: disabled === true ? -1 : 0, ...named(stated, (name) => `aria-${name}`) }
}

function named(stated: object, nameOf: (name: string) => string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(stated).flatMap(([name, value]) => (value === undefined ? [] : [[nameOf(name), value]])),
  )
}
