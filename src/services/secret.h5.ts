const prefix = 'secret.'

/** 只留在这台设备上的东西: kept as long as the person does not clear the browser. */
export async function keepSecret(name: string, value: string): Promise<void> {
  localStorage.setItem(prefix + name, value)
}

/** Undefined where nothing is kept. */
export async function keptSecret(name: string): Promise<string | undefined> {
  return localStorage.getItem(prefix + name) ?? undefined
}

export async function dropSecret(name: string): Promise<void> {
  localStorage.removeItem(prefix + name)
}
