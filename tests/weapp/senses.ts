type Call = { success?(result: object): void; complete?(result: object): void }

/** 亮度、防截屏、震动: what a mini-program made this phone do, in order, in words of ours. */
export function senses(): { readonly felt: readonly string[]; readonly functions: Readonly<Record<string, unknown>> } {
  const felt: string[] = []
  let brightness = 0.4
  function done(name: string, call: Call, result: object = {}): void {
    call.success?.({ ...result, errMsg: `${name}:ok` })
    call.complete?.({ ...result, errMsg: `${name}:ok` })
  }
  return {
    felt,
    functions: {
      getScreenBrightness: (call: Call) => done('getScreenBrightness', call, { value: brightness }),
      setScreenBrightness(call: Call & { readonly value: number }) {
        brightness = call.value
        felt.push(`brightness ${call.value}`)
        done('setScreenBrightness', call)
      },
      setKeepScreenOn(call: Call & { readonly keepScreenOn: boolean }) {
        felt.push(call.keepScreenOn ? 'stays on' : 'may go off')
        done('setKeepScreenOn', call)
      },
      setVisualEffectOnCapture(call: Call & { readonly visualEffect: string }) {
        felt.push(`captures ${call.visualEffect}`)
        done('setVisualEffectOnCapture', call)
      },
      vibrateShort(call: Call & { readonly type: string }) {
        felt.push(`buzz ${call.type}`)
        done('vibrateShort', call)
      },
    },
  }
}
