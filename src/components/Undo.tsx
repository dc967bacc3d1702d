import { Text, View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { TextAction } from './TextAction'
import './Undo.scss'

export interface UndoProps {
  readonly seconds: number
  readonly text: string
  readonly onUndo: () => void
  readonly onDone: () => void
}

/** 撤销: some seconds in which nothing has happened yet. */
export function Undo({ seconds, text, onUndo, onDone }: UndoProps) {
  const [left, setLeft] = useState(seconds)
  const done = useRef(onDone)
  done.current = onDone
  useEffect(() => {
    if (left <= 0) return done.current()
    const timer = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(timer)
  }, [left])
  return (
    <View className="undo" id="undo">
      <Text className="undo-text">{left > 0 ? `${text}（${left} 秒）` : text}</Text>
      {left > 0 && <TextAction id="undo-stop" label="撤销" onTap={onUndo} />}
    </View>
  )
}
