import { useState } from 'react'
import { printPage } from '../services/picture'
import { MainAction } from './MainAction'
import { Notice } from './Notice'

/** 打印这一页; a phone says where it can be printed. */
export function PrintAction() {
  const [unprintable, setUnprintable] = useState(false)
  return (
    <>
      {unprintable && <Notice tone="info" title="手机上不能直接打印，请在电脑上打开这一页打印。" />}
      <MainAction id="print" label="打印" onTap={() => setUnprintable(printPage() === 'unsupported')} />
    </>
  )
}
