/** Appointment texts with their right acts; every name in them is invented. */
import exam2 from './exam-2.json' with { type: 'json' }
import exam3 from './exam-3.json' with { type: 'json' }
import exam4 from './exam-4.json' with { type: 'json' }
import exam from './exam.json' with { type: 'json' }
import fresh1 from './fresh-1.json' with { type: 'json' }
import fresh2 from './fresh-2.json' with { type: 'json' }
import forms from './forms.json' with { type: 'json' }
import heldOut from './held-out.json' with { type: 'json' }
import last from './last.json' with { type: 'json' }
import later from './later.json' with { type: 'json' }
import made from './made.json' with { type: 'json' }
import ordinary17 from './ordinary-17.json' with { type: 'json' }
import ordinary16 from './ordinary-16.json' with { type: 'json' }
import ordinary15 from './ordinary-15.json' with { type: 'json' }
import ordinary14 from './ordinary-14.json' with { type: 'json' }
import ordinary13 from './ordinary-13.json' with { type: 'json' }
import ordinary12 from './ordinary-12.json' with { type: 'json' }
import ordinary11 from './ordinary-11.json' with { type: 'json' }
import ordinary10 from './ordinary-10.json' with { type: 'json' }
import ordinary9 from './ordinary-9.json' with { type: 'json' }
import ordinary8 from './ordinary-8.json' with { type: 'json' }
import ordinary7 from './ordinary-7.json' with { type: 'json' }
import ordinary6 from './ordinary-6.json' with { type: 'json' }
import ordinary5 from './ordinary-5.json' with { type: 'json' }
import ordinary4 from './ordinary-4.json' with { type: 'json' }
import ordinary3 from './ordinary-3.json' with { type: 'json' }
import ordinary2 from './ordinary-2.json' with { type: 'json' }
import ordinary from './ordinary.json' with { type: 'json' }
import published from './published.json' with { type: 'json' }
import unseen1 from './unseen-1.json' with { type: 'json' }
import unseen2 from './unseen-2.json' with { type: 'json' }
import unseen3 from './unseen-3.json' with { type: 'json' }
import unseen4 from './unseen-4.json' with { type: 'json' }

export type Expected = {
  act: string
  persons: string[]
  post: string
  reason?: string
  listIncomplete?: boolean
}

export type GoldenText = {
  id: string
  form: string
  text: string
  acts: Expected[]
  /** Stretches that must be shown as unread. */
  shown?: string[]
}

export type Corpus = { corpus: string; cases: GoldenText[] }

/** `published` follows real announcements; `held-out`, `later`, `last`, the `exam`, the `fresh`, the `unseen` and the `ordinary` texts were written before any reading of them. */
export const corpora: Corpus[] = [
  { corpus: 'published', cases: published },
  { corpus: 'held-out', cases: heldOut },
  { corpus: 'forms', cases: forms },
  { corpus: 'later', cases: later },
  { corpus: 'last', cases: last },
  { corpus: 'made', cases: made },
  { corpus: 'exam', cases: exam },
  { corpus: 'exam-2', cases: exam2 },
  { corpus: 'exam-3', cases: exam3 },
  { corpus: 'exam-4', cases: exam4 },
  { corpus: 'fresh-1', cases: fresh1 },
  { corpus: 'fresh-2', cases: fresh2 },
  { corpus: 'unseen-1', cases: unseen1 },
  { corpus: 'unseen-2', cases: unseen2 },
  { corpus: 'unseen-3', cases: unseen3 },
  { corpus: 'unseen-4', cases: unseen4 },
  { corpus: 'ordinary', cases: ordinary },
  { corpus: 'ordinary-2', cases: ordinary2 },
  { corpus: 'ordinary-3', cases: ordinary3 },
  { corpus: 'ordinary-4', cases: ordinary4 },
  { corpus: 'ordinary-5', cases: ordinary5 },
  { corpus: 'ordinary-6', cases: ordinary6 },
  { corpus: 'ordinary-7', cases: ordinary7 },
  { corpus: 'ordinary-8', cases: ordinary8 },
  { corpus: 'ordinary-9', cases: ordinary9 },
  { corpus: 'ordinary-10', cases: ordinary10 },
  { corpus: 'ordinary-11', cases: ordinary11 },
  { corpus: 'ordinary-12', cases: ordinary12 },
  { corpus: 'ordinary-13', cases: ordinary13 },
  { corpus: 'ordinary-14', cases: ordinary14 },
  { corpus: 'ordinary-15', cases: ordinary15 },
  { corpus: 'ordinary-16', cases: ordinary16 },
  { corpus: 'ordinary-17', cases: ordinary17 },
]
