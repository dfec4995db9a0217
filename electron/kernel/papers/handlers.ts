import { Refusal } from '../../../shared/contract/errors.ts'
import {
  followingPapers,
  type PaperPreview,
  type PaperSettings,
  type papers,
} from '../../../shared/contract/papers.ts'
import { paperCss, paperHtml } from '../../../shared/papers/html.ts'
import type { Paper } from '../../../shared/papers/paper.ts'
import { plainText } from '../../../shared/papers/plain.ts'
import { dayOf } from '../../../shared/rules/moment.ts'
import type { Handlers } from '../dispatch.ts'
import { afterAddressees } from '../formality/queries.ts'
import { expectRev } from '../rows.ts'
import { expectNotClosed } from '../session/queries.ts'
import type { Reader } from '../store/sql.ts'
import { expectPassed } from './after.ts'
import { attempt } from './attempt.ts'
import { available, handOver, madeOf } from './hand-over.ts'
import { makePapers } from './make.ts'
import { outgoingOf, saveOutgoing } from './outgoing.ts'
import { savePassage, scriptOf } from './script.ts'
import { keptSettings, newSettings, settingsOf, settingsSql } from './settings.ts'

const preview = (paper: Paper): PaperPreview => ({
  paper,
  html: paperHtml(paper),
  text: plainText(paper),
  fileName: paper.fileName,
})

const storedSettings = (db: Reader): PaperSettings => {
  const row = db.get(settingsSql.get, {})
  return { value: settingsOf(db), rev: row?.rev ?? 0 }
}

/** Whom notices go to in the office's own words, to be compared. */
const addresseesOf = (db: Reader): string => JSON.stringify(settingsOf(db).after.notice.addressees)

export const papersHandlers: Handlers<typeof papers> = {
  preview: ({ db, moment }, { sessionId, paper }) => {
    const { made, why } = attempt(() => makePapers(db, sessionId, paper, moment))
    return { previews: made.map(preview), css: paperCss, why }
  },

  script: ({ db, moment }, { sessionId, sittingId, stage }) => ({
    passages: scriptOf(db, sessionId, sittingId, stage, moment),
  }),

  savePassage: ({ db, moment }, input) => {
    expectNotClosed(db, input.sessionId)
    return savePassage(db, moment, input)
  },

  settings: ({ db }) => storedSettings(db),

  saveSettings: (ctx, { value, rev }) => {
    expectRev(storedSettings(ctx.db), rev)
    const before = addresseesOf(ctx.db)
    ctx.db.run(settingsSql.save, {
      value: JSON.stringify(keptSettings(newSettings(value, dayOf(ctx.moment)))),
      rev: rev + 1,
    })
    if (addresseesOf(ctx.db) !== before) afterAddressees(ctx)
    return storedSettings(ctx.db)
  },

  outgoing: ({ db }, { sessionId }) => outgoingOf(db, sessionId),

  saveOutgoing: (ctx, { sessionId, value, rev }) => saveOutgoing(ctx.db, sessionId, value, rev),

  export: async (ctx, { sessionId, papers: wanted, format }) => {
    // What leaves the house is journaled under a name; without one nothing leaves.
    if (!ctx.operator) throw new Refusal({ code: 'no_operator' })
    return handOver(ctx, 'papers.export', sessionId, format, wanted.flatMap(madeOf(ctx, sessionId)))
  },

  makeAll: async (ctx, { sessionId, format }) => {
    if (!ctx.operator) throw new Refusal({ code: 'no_operator' })
    expectPassed(ctx.db, sessionId)
    const made = followingPapers.flatMap((name) => available(() => madeOf(ctx, sessionId)(name)))
    return handOver(ctx, 'papers.makeAll', sessionId, format, made)
  },
}
