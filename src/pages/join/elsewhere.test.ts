import { FileId } from '../../../shared/core/ids'
import { JoinForm } from '../../../shared/membership/joining'
import { fromDraft, toDraft } from './draft'
import { elsewhereToSend } from './elsewhere'
import { answer, chosen, identities, letterOf, next, play, posters, scanned, today } from './flow.fixture'
import { formOf, type Flow } from './flow'
import { pagesOf } from './steps'
import { summaryOf } from './summary'

const proof = FileId.parse('fzwanlstSGCKxOHwk217JQ')
const told = { unionName: '徐州市鼓楼区快递行业工会', since: '2015-03-01', proof }
const atDetails = play(
  scanned(posters.factory),
  answer({ work: 'unit' }),
  next,
  answer({ identity: identities.young }),
  next,
)
const filled = play(atDetails, answer({ education: 'bachelor', household: 'urban' }))
const atElsewhere = play(filled, answer({ elsewhere: { unionName: '' } }), next)
const choose = { type: 'choose', chosen: chosen('union-lanyu') } as const

describe('somebody who is a member outside this system', () => {
  test('says so with a tick, and only then is asked which union it is', () => {
    expect([atDetails.step, play(filled, next).step, atElsewhere.step]).toEqual(['details', 'route', 'elsewhere'])
    expect(pagesOf(filled)).not.toContain('elsewhere')
    expect(play(atElsewhere, next)).toMatchObject({ step: 'elsewhere', tried: true })
  })

  test('sends what they told; whoever takes the tick away sends none of it', () => {
    const sending = (flow: Flow) => formOf(play(flow, next, choose))
    expect(sending(play(atElsewhere, answer({ elsewhere: told })))).toMatchObject({ elsewhere: told })
    expect(sending(play(filled, answer({ elsewhere: told }), answer({ elsewhere: undefined })))).not.toHaveProperty(
      'elsewhere',
    )
    const form = sending(play(atElsewhere, answer({ elsewhere: told })))
    expect(JoinForm.omit({ consent: true }).safeParse(form).success).toBe(true)
  })

  test('chooses the union anew once they say that they are a member elsewhere, as another rule speaks', () => {
    const through = play(filled, next, choose)
    expect(play(through, answer({ elsewhere: told })).answers.chosen).toBeUndefined()
    const incoming = play(atElsewhere, answer({ elsewhere: told }), next, choose)
    expect(play(incoming, answer({ elsewhere: { ...told, unionName: '另一个工会' } })).answers.chosen).toBeDefined()
  })

  test('is led back to the page when the server wants the picture', () => {
    const sent = play(atElsewhere, answer({ elsewhere: told }), next, choose, {
      type: 'agree',
      agreed: letterOf('union-lanyu'),
    })
    const refused = play(sent, { type: 'refused', fields: { 'elsewhere.proof': '请拍照' } })
    expect(refused).toMatchObject({ step: 'elsewhere', refusals: { 'elsewhere.proof': '请拍照' } })
    expect(play(refused, answer({ elsewhere: told })).refusals).toEqual({})
  })

  test('finds everything again in the draft, which names the picture so that it is kept', () => {
    const draft = toDraft(play(atElsewhere, answer({ elsewhere: told })))
    expect(draft.proof).toBe(proof)
    expect(fromDraft(draft, today)?.flow).toMatchObject({ step: 'elsewhere', answers: { elsewhere: told } })
  })

  test('reads it once more before sending', () => {
    const rows = summaryOf(play(atElsewhere, answer({ elsewhere: told })))
    expect(rows.filter(({ step }) => step === 'elsewhere').map(({ text }) => text)).toEqual([
      told.unionName,
      '2015 年 3 月 1 日',
      '已附',
    ])
  })

  test.each([
    ['without a name', { unionName: '  ' }],
    ['on a day to come', { unionName: '工会', since: '2026-11-21' }],
  ])('%s nothing is sent', (_, typed) => {
    expect(elsewhereToSend(typed, today)).toBeUndefined()
  })
})
