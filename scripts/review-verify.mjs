// 复核: recounts a review from its file (docs/review-format.md) with Node’s own crypto and nothing else:
// node review-verify.mjs FILE [DIGEST]      DIGEST: 核对码 of the signed protocol
// Prints what it counted, and what does not fit; exit code 1 where something does not.
import { Buffer } from 'node:buffer'
import {
  constants,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  verify,
} from 'node:crypto'
import { readFileSync } from 'node:fs'

const lengths = { ballot: 496, remark: 1456 }
const contentLength = { ballot: 64, remark: 1024 }
const grades = ['satisfied', 'mostly', 'dissatisfied']

const sha256 = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest()
const domain = (...names) => Buffer.from(`workers-home review 1 ${names.join(' ')}\0`, 'latin1')

// CBOR (RFC 8949 §4.2.1): whole numbers, bytes, text and lists are all that a review is made of.
function head(kind, value) {
  if (value < 24) return Buffer.from([kind | value])
  const width = value < 256 ? 1 : value < 65_536 ? 2 : 4
  const bytes = Buffer.alloc(1 + width, kind | (23 + Math.log2(width) + 1))
  bytes.writeUIntBE(value, 1, width)
  return bytes
}
function cbor(value) {
  if (typeof value === 'number') return head(0x00, value)
  if (Buffer.isBuffer(value)) return Buffer.concat([head(0x40, value.length), value])
  if (typeof value === 'string') return Buffer.concat([head(0x60, Buffer.byteLength(value)), Buffer.from(value)])
  return Buffer.concat([head(0x80, value.length), ...value.map(cbor)])
}

/** One line of the report. Whoever wrote the file writes none of it: what could end the line, hide or turn around what follows is written as its number. */
const say = (line) => {
  const characters = [
    ...line.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (each) => `\\u{${each.codePointAt(0).toString(16)}}`),
  ]
  console.log(characters.length > 2000 ? `${characters.slice(0, 2000).join('')}…` : characters.join(''))
}

// ---- The file: exactly these members, each of its kind.
class NotAReview extends Error {}
const bytesOf = (length) => (value, name) => {
  const bytes = Buffer.from(String(value), 'base64url')
  if (bytes.toString('base64url') !== value || (length && bytes.length !== length)) throw new NotAReview(name)
  return bytes
}
const id = (value, name) => {
  if (typeof value !== 'string' || !/^[A-Za-z0-9_.:-]{1,64}$/.test(value)) throw new NotAReview(name)
  return value
}
const day = (value, name) => {
  const at = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined
  if (!(at?.getTime() > -Infinity) || at.toISOString().slice(0, 10) !== value) throw new NotAReview(name)
  return value
}
const count = (value, name) => {
  if (!Number.isInteger(value) || value < 0 || value >= 2 ** 32) throw new NotAReview(name)
  return value
}
const members = (shape) => (value, name) => {
  const given = value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {}
  const wanted = Object.keys(shape)
  for (const key of Object.keys(given)) if (!wanted.includes(key)) throw new NotAReview(`${name}.${key}`)
  return Object.fromEntries(wanted.map((key) => [key, shape[key](given[key], `${name}.${key}`)]))
}
const list = (of) => (value, name) => {
  if (!Array.isArray(value)) throw new NotAReview(name)
  return value.map((each, at) => of(each, `${name}[${at}]`))
}
const oneOf =
  (...known) =>
  (value, name) => {
    if (!known.includes(value)) throw new NotAReview(name)
    return value
  }
/** 等次: best first, each once, 满意 and 不满意 among them. */
const gradesOffered = (value, name) => {
  const offered = list(oneOf(...grades))(value, name)
  const isInOrder = grades.filter((each) => offered.includes(each)).join() === offered.join()
  if (!isInOrder || !offered.includes('satisfied') || !offered.includes('dissatisfied')) throw new NotAReview(name)
  return offered
}
const inGrades = { satisfied: count, mostly: count, dissatisfied: count }
const Review = members({
  format: oneOf('workers-home-review-1'),
  announcement: members({
    review: id,
    union: id,
    year: count,
    kind: oneOf('members', 'sample', 'staff'),
    form: oneOf('electronic', 'written', 'mixed'),
    grades: gradesOffered,
    staff: count,
    cutoff: day,
    signing: members({ ballot: bytesOf(32), remark: bytesOf(32) }),
    tallyKey: bytesOf(32),
  }),
  keys: members({ ballot: bytesOf(294), remark: bytesOf(294) }),
  tallySecret: bytesOf(32),
  ballots: list(bytesOf(lengths.ballot)),
  remarks: list(bytesOf(lengths.remark)),
  closing: members({
    electors: count,
    received: count,
    paper: members({ ...inGrades, invalid: count }),
    sum: members(inGrades),
    rejected: count,
    root: bytesOf(32),
    remarkRoot: bytesOf(32),
  }),
  digest: bytesOf(32),
})

// ---- Keys.
const spki = (bytes) => createPublicKey({ key: bytes, format: 'der', type: 'spki' })
const okp = (curve, x) =>
  createPublicKey({ key: { kty: 'OKP', crv: curve, x: x.toString('base64url') }, format: 'jwk' })
const isRightKey = (bytes) => {
  const { asymmetricKeyType, asymmetricKeyDetails } = spki(bytes)
  const { modulusLength, publicExponent } = asymmetricKeyDetails
  return asymmetricKeyType === 'rsa' && modulusLength === 2048 && publicExponent === 65537n
}

// Ed25519 (RFC 8032): libraries disagree about keys of small order and keys beyond the prime, so that none is taken.
const p = 2n ** 255n - 19n
const order = 2n ** 252n + 27742317777372353535851937790883648493n
const littleEndian = (bytes) => BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`)
const smallOrder = new Set([
  0n,
  1n,
  p - 1n,
  littleEndian(Buffer.from('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05', 'hex')),
  littleEndian(Buffer.from('c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a', 'hex')),
])
function isWeak(token) {
  const y = littleEndian(token) & (2n ** 255n - 1n)
  return y >= p || smallOrder.has(y)
}
const isSignedBy = (token, message, signature) =>
  littleEndian(signature.subarray(32)) < order && verify(null, message, okp('Ed25519', token), signature)

// ---- The sealed box: HPKE (RFC 9180), base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20-Poly1305.
const latin = (name) => Buffer.from(name, 'latin1')
const kem = Buffer.concat([latin('KEM'), Buffer.from([0, 0x20])])
const suite = Buffer.concat([latin('HPKE'), Buffer.from([0, 0x20, 0, 1, 0, 3])])
const none = Buffer.alloc(0)
const hmac = (key, message) => createHmac('sha256', key).update(message).digest()
const extract = (id, salt, label, input) => hmac(salt, Buffer.concat([latin('HPKE-v1'), id, latin(label), input]))
const expand = (id, secret, label, input, length) => {
  const labelled = [Buffer.from([0, length]), latin('HPKE-v1'), id, latin(label), input, Buffer.from([1])]
  return hmac(secret, Buffer.concat(labelled)).subarray(0, length)
}
function boxOpener(secret, receiver) {
  const x = receiver.toString('base64url')
  const key = { kty: 'OKP', crv: 'X25519', d: secret.toString('base64url'), x }
  const privateKey = createPrivateKey({ key, format: 'jwk' })
  return (sealed, info) => {
    const enc = sealed.subarray(0, 32)
    try {
      const dh = diffieHellman({ privateKey, publicKey: okp('X25519', enc) })
      const context = Buffer.concat([enc, receiver])
      const shared = expand(kem, extract(kem, none, 'eae_prk', dh), 'shared_secret', context, 32)
      const hashes = [extract(suite, none, 'psk_id_hash', none), extract(suite, none, 'info_hash', info)]
      const schedule = Buffer.concat([Buffer.from([0]), ...hashes])
      const master = extract(suite, shared, 'secret', none)
      const messageKey = expand(suite, master, 'key', schedule, 32)
      const nonce = expand(suite, master, 'base_nonce', schedule, 12)
      const decipher = createDecipheriv('chacha20-poly1305', messageKey, nonce, { authTagLength: 16 })
      decipher.setAuthTag(sealed.subarray(-16))
      return Buffer.concat([decipher.update(sealed.subarray(32, -16)), decipher.final()])
    } catch {
      return undefined
    }
  }
}

/** What one cast says, or why it does not count. */
function openCast(kind, cast, { review, key, open, read }) {
  const [token, prefix, signature, sealed] = [
    cast.subarray(0, 32),
    cast.subarray(32, 64),
    cast.subarray(64, 320),
    cast.subarray(320),
  ]
  const prepared = Buffer.concat([prefix, domain(kind, 'token'), review, token])
  const pss = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }
  if (isWeak(token) || !verify('sha384', prepared, pss, signature)) return { because: 'token-not-signed' }
  const opened = open(sealed, Buffer.concat([domain(kind, 'seal'), review, token]))
  if (opened === undefined) return { because: 'does-not-open' }
  const content = opened.subarray(0, contentLength[kind])
  const signed = Buffer.concat([domain(kind, 'content'), content])
  if (!isSignedBy(token, signed, opened.subarray(contentLength[kind]))) return { because: 'not-signed-by-token' }
  const says = read(content, review)
  return says === undefined ? { because: 'no-content' } : { says }
}

function padded(kind, value) {
  const bytes = Buffer.alloc(contentLength[kind])
  const written = Buffer.concat([cbor(value), Buffer.from([0x80])])
  written.copy(bytes)
  return bytes
}
const readBallot = (offered) => (content, review) =>
  offered.find((grade) => content.equals(padded('ballot', [review, 1 + grades.indexOf(grade)])))

/** [review, six scores of 0 to 5, comment]: read by its places, and written again to see that it is the one way to write it. */
function readRemark(content, review) {
  const scores = [...content.subarray(36, 42)]
  const from = content[42] === 0x78 ? 44 : content[42] === 0x79 ? 45 : 43
  const size = from === 43 ? content[42] & 31 : content.readUIntBE(43, from - 43)
  const comment = content.toString('utf8', from, from + size)
  const isSaid = comment !== '' || scores.some((score) => score > 0)
  const isPlain =
    [...comment].length <= 200 && !/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff]/u.test(comment.replace(/\n/g, ''))
  const isIt = scores.every((score) => score <= 5) && content.equals(padded('remark', [review, scores, comment]))
  return isIt && isSaid && isPlain ? comment : undefined
}

function merkleRoot(ids) {
  if (ids.length === 0) return sha256()
  let level = [...ids].sort(Buffer.compare).map((id) => sha256(Buffer.from([0]), id))
  while (level.length > 1)
    level = level.flatMap((left, at) => {
      if (at % 2 === 1) return []
      return at + 1 === level.length ? [left] : [sha256(Buffer.from([1]), left, level[at + 1])]
    })
  return level[0]
}

/** Opens all casts of one kind. They stand in the order of their ids, each id once. */
function openAll(kind, casts, { review, findings, ...keys }) {
  const counted = []
  const rejected = []
  let before
  for (const cast of casts) {
    const id = sha256(domain(kind, 'id'), review, cast.subarray(0, 32))
    if (before && Buffer.compare(before, id) >= 0)
      findings.push(`${kind}s are not in the order of their ids, each once`)
    before = id
    const opened = openCast(kind, cast, { review, ...keys })
    if (opened.because) rejected.push(opened.because)
    else counted.push({ id, says: opened.says })
  }
  return { counted, rejected, root: merkleRoot(counted.map(({ id }) => id)) }
}

function recount(file) {
  const findings = []
  const expectThat = (fits, says) => fits || findings.push(says)
  const { announcement, keys, tallySecret, closing } = file
  const { review: name, union, year, kind, form, staff, cutoff, signing, tallyKey } = announcement
  const offered = announcement.grades
  const numbers = offered.map((grade) => 1 + grades.indexOf(grade))
  const said = [name, union, year, kind, form, numbers, staff, cutoff, signing.ballot, signing.remark, tallyKey]
  const review = sha256(domain('announcement'), cbor(said))
  for (const each of ['ballot', 'remark']) {
    expectThat(sha256(keys[each]).equals(signing[each]), `the ${each} key is not the one announced`)
    expectThat(isRightKey(keys[each]), `the ${each} key is not RSA of 2048 bits with e = 65537`)
  }
  // RFC 8410 §7: what stands before the 32 bytes of an X25519 private key in PKCS#8.
  const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), tallySecret])
  const derived = createPublicKey(createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })).export({
    format: 'jwk',
  })
  expectThat(derived.x === tallyKey.toString('base64url'), 'the tally key is not the one announced')

  const open = boxOpener(tallySecret, tallyKey)
  const read = readBallot(offered)
  const ballots = openAll('ballot', file.ballots, { review, key: spki(keys.ballot), open, read, findings })
  const remarks = openAll('remark', file.remarks, { review, key: spki(keys.remark), open, read: readRemark, findings })
  const phone = grades.map((grade) => ballots.counted.filter(({ says }) => says === grade).length)
  const { electors, received, paper, sum, rejected, root, remarkRoot } = closing
  const inPaper = grades.map((grade) => paper[grade])
  grades.forEach((grade, at) =>
    expectThat(
      phone[at] + inPaper[at] === sum[grade],
      `${grade}: ${phone[at] + inPaper[at]} counted, ${sum[grade]} stated`,
    ),
  )
  const rejectedHere = [...ballots.rejected, ...remarks.rejected]
  expectThat(rejectedHere.length === rejected, `${rejectedHere.length} casts rejected, ${rejected} stated`)
  expectThat(ballots.root.equals(root), 'the root of the board is another')
  expectThat(remarks.root.equals(remarkRoot), 'the root of the remarks is another')
  expectThat(ballots.counted.length <= received, 'more ballots were cast than received')
  expectThat(remarks.counted.length <= received, 'more remarks were sent than received')
  const papers = inPaper.reduce((all, each) => all + each, paper.invalid)
  expectThat(received + papers <= electors, 'more received a ballot than may vote')
  expectThat(kind !== 'staff' || electors <= staff, 'more slips were handed out than there are staff')
  for (const grade of grades.filter((each) => !offered.includes(each)))
    expectThat(sum[grade] === 0, `${grade} was not offered, and ${sum[grade]} are stated`)
  const sums = grades.map((grade) => sum[grade])
  const stated = [
    review,
    electors,
    received,
    [...inPaper, paper.invalid],
    sums,
    rejected,
    root,
    remarkRoot,
    tallySecret,
  ]
  const digest = sha256(domain('closing'), cbor(stated))
  expectThat(digest.equals(file.digest), 'the digest of the closing is another')
  return { findings, review, sums, rejected: rejectedHere, digest, root: ballots.root, counted: ballots.counted.length }
}

/** Node’s own words would repeat the file’s. */
function read(path) {
  const content = readFileSync(path, 'utf8')
  try {
    return JSON.parse(content)
  } catch {
    throw new NotAReview('no JSON')
  }
}

function main([path, expected]) {
  if (path === undefined) throw new NotAReview('FILE [DIGEST]')
  const file = Review(read(path), 'file')
  const { findings, review, sums, rejected, digest, root, counted } = recount(file)
  const url = (bytes) => bytes.toString('base64url')
  if (expected !== undefined && expected !== url(digest)) findings.push('the digest is not the one of the protocol')
  say(`${file.announcement.union} ${file.announcement.year}  公告 ${url(review)}`)
  say(`指纹  ballot ${url(file.announcement.signing.ballot)}  remark ${url(file.announcement.signing.remark)}`)
  say(
    `满意 ${sums[0]}  基本满意 ${sums[1]}  不满意 ${sums[2]}  电子有效票 ${counted}  不计 ${rejected.length} ${rejected.join(' ')}`,
  )
  say(`根 ${url(root)}`)
  say(`核对码 ${url(digest)}`)
  for (const finding of findings) say(`✗ ${finding}`)
  say(findings.length === 0 ? '✓ everything fits' : `${findings.length} findings`)
  if (expected === undefined) say('! 核对码 was compared with nothing: hold it against the signed protocol')
  process.exitCode = findings.length === 0 ? 0 : 1
}

try {
  main(process.argv.slice(2))
} catch (fault) {
  say(fault instanceof NotAReview ? `✗ not a review’s file: ${fault.message}` : `✗ ${fault.message}`)
  process.exitCode = 1
}
