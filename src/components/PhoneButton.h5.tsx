import { z } from 'zod'
import { token } from '../services/sign-in.h5'
import { notGiven, useVerifying, type PhoneButtonProps } from './phone-button'
import { SideAction } from './SideAction'

const Code = z.object({ code: z.string() })

/** In a browser the door that signed somebody in stands in for WeChat and gives the code. */
export function PhoneButton(props: PhoneButtonProps) {
  const { busy, withCode } = useVerifying(props)
  const ask = async () => {
    const code = await codeFromDoor()
    if (code === undefined) props.onProblem?.(notGiven)
    else await withCode(code)
  }
  return (
    <SideAction
      label={props.label}
      busy={busy}
      onTap={() => void ask()}
      {...(props.id === undefined ? {} : { id: props.id })}
    />
  )
}

async function codeFromDoor(): Promise<string | undefined> {
  try {
    const response = await fetch('/demo/phone-code', { headers: { Authorization: `Bearer ${token() ?? ''}` } })
    const read = Code.safeParse(await response.json())
    return read.success ? read.data.code : undefined
  } catch {
    return undefined
  }
}
