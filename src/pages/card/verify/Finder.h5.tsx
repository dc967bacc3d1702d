import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { MainAction } from '../../../components/MainAction'
import { SideAction } from '../../../components/SideAction'
import { readFrame, readPictureFile } from '../../../services/card/read-picture'
import type { FinderProps } from './finding'

const betweenFramesMs = 120

/** 找码 in a browser: the camera, or a picture. Neither leaves it. */
export function Finder({ label, onLook, onText, onNoCode }: FinderProps) {
  const [stream, setStream] = useState<MediaStream>()

  const openCamera = async () => {
    onLook()
    const opened = await cameraStream()
    if (typeof opened === 'string') onNoCode(opened)
    else setStream(opened)
  }
  const pickPicture = async () => {
    const file = await chosenFile()
    if (file === undefined) return
    setStream(undefined)
    onLook()
    const text = await readPictureFile(file).catch(() => 'unreadable' as const)
    if (text === 'unreadable') onNoCode('unreadable')
    else if (text === undefined) onNoCode('no-code')
    else onText(text)
  }
  const found = (text: string) => {
    setStream(undefined)
    onText(text)
  }
  return (
    <>
      {stream !== undefined && <Viewfinder stream={stream} onText={found} />}
      {stream === undefined ? (
        <MainAction id="verify-scan" label={label} onTap={() => void openCamera()} />
      ) : (
        <SideAction id="verify-stop" label="关掉摄像头" onTap={() => setStream(undefined)} />
      )}
      <SideAction id="verify-picture" label="选一张图片" onTap={() => void pickPicture()} />
    </>
  )
}

/** 取景框: looks until a code is found; the camera goes off with it. */
function Viewfinder({ stream, onText }: { readonly stream: MediaStream; readonly onText: (text: string) => void }) {
  const video = useRef<HTMLVideoElement>(null)
  const told = useRef(onText)
  told.current = onText
  useEffect(() => {
    const element = video.current
    if (element === null) return
    element.srcObject = stream
    void element.play().catch(() => undefined)
    const timer = setInterval(() => {
      const text = readFrame(element)
      if (text === undefined) return
      clearInterval(timer)
      told.current(text)
    }, betweenFramesMs)
    return () => {
      clearInterval(timer)
      for (const track of stream.getTracks()) track.stop()
    }
  }, [stream])
  return (
    <View className="verify-finder">
      <video className="verify-video" ref={video} muted playsInline aria-label="摄像头画面，请对准会员卡上的码" />
    </View>
  )
}

async function cameraStream(): Promise<MediaStream | 'denied' | 'no-camera'> {
  // Not there where a page was not loaded by https.
  const devices: MediaDevices | undefined = navigator.mediaDevices
  if (devices === undefined) return 'no-camera'
  try {
    return await devices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } } })
  } catch (refusal) {
    return refusal instanceof DOMException && refusal.name === 'NotAllowedError' ? 'denied' : 'no-camera'
  }
}

function chosenFile(): Promise<File | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.addEventListener('change', () => resolve(input.files?.[0]))
    input.addEventListener('cancel', () => resolve(undefined))
    input.click()
  })
}
