import { dayOfSerial, readDateFormats } from './date-formats'

async function* styles(xml: string) {
  yield Buffer.from(xml)
}

test.each([
  ['0', '', false],
  ['14', '', true],
  ['31', '', true],
  ['20', '', false],
  ['49', '', false],
  ['164', 'yyyy\\-mm\\-dd', true],
  ['164', 'yyyy"年"m"月"d"日";@', true],
  ['164', '[$-804]d/m', true],
  ['164', 'General', false],
  ['164', '0.00" days"', false],
  ['164', '[Red]0.00', false],
  ['164', 'h:mm:ss', false],
  ['164', '\\d0', false],
] as const)('format %s “%s” shows a day: %s', async (id, code, shows) => {
  const xml = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="${code.replace(/"/g, '&quot;')}"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf/><xf numFmtId="${id}"/></cellXfs></styleSheet>`
  expect([...(await readDateFormats(styles(xml), 'styles'))]).toEqual(shows ? [1] : [])
})

test.each([
  [1, false, '1900-01-01'],
  [59, false, '1900-02-28'],
  [61, false, '1900-03-01'],
  [37_017, false, '2001-05-06'],
  [37_017.75, false, '2001-05-06'],
  [35_555, true, '2001-05-06'],
  [2_958_465, false, '9999-12-31'],
  [2_958_466, false, undefined],
  [0.5, false, undefined],
  [-1, false, undefined],
])('serial %s, counted from 1904: %s, is %s', (serial, from1904, day) => {
  expect(dayOfSerial(serial, from1904)).toBe(day)
})
