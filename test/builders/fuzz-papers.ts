import { paperNames } from '../../shared/contract/papers.ts'
import { scriptStages } from '../../shared/papers/script.ts'
import type { FuzzKit } from './fuzz-ballot.ts'

const places = ['sitting.greeting', 'sitting.begin', 'sitting.adjourn', 'strange', '']
const words = ['各位：', '', '一致通过。', null]

/** Calls on papers: made, set, taken out, and the script with one's own words. */
export const papersMakers = ({
  below,
  pick,
  id,
}: Pick<FuzzKit, 'below' | 'pick' | 'id'>): Record<string, () => unknown> => ({
  'papers.preview': () => ({ sessionId: id('session'), paper: pick(paperNames) }),
  'papers.script': () => ({
    sessionId: id('session'),
    sittingId: id('sitting'),
    stage: pick(scriptStages),
  }),
  'papers.savePassage': () => ({
    sessionId: id('session'),
    key: `${id('sitting')}/${pick(places)}`,
    text: pick(words),
    rev: below(2),
  }),
  'papers.settings': () => ({}),
  'papers.saveSettings': () => ({
    value: pick([{}, { list: { merge: false } }, { script: { size: 'huge' } }, null, [], 'x']),
    rev: below(3),
  }),
  'papers.export': () => ({
    taskId: 'export',
    sessionId: id('session'),
    papers: [pick(paperNames), pick(paperNames)],
    format: 'text',
  }),
})
