import { Refusal } from '../../../shared/contract/errors.ts'
import type { PaperPreview, PaperSettings, papers } from '../../../shared/contract/papers.ts'
import { paperCss, paperHtml } from '../../../shared/papers/html.ts'
import type { Paper } from '../../../shared/papers/paper.ts'
import { plainText } from '../../../shared/papers/plain.ts'
import type { Handlers } from '../dispatch.ts'
import { expectRev } from '../rows.ts'
import { expectNotClosed } from '../session/queries.ts'
import type { Reader } from '../store/sql.ts'
import { makePapers } from './make.ts'
import { savePassage, scriptOf } from './script.ts'
import { checkSettings, keptSettings, settingsSql, settingsOf } from './settings.ts'

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

/** Two papers of one session may bear one name (two decisions on one person): the later one gets a number. */
const distinct = (names: readonly string[]): string[] => {
  const seen = new Map<string, number>()
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name}(${count})`
  })
}

const encoder = new TextEncoder()

export const papersHandlers: Handlers<typeof papers> = {
  preview: ({ db, moment }, { sessionId, paper }) => {
    try {
      const previews = makePapers(db, sessionId, paper, moment).map(preview)
      return { previews, css: paperCss, why: null }
    } catch (error) {
      if (!(error instanceof Refusal) || !error.failure.message?.key.startsWith('papers.'))
        throw error
      return { previews: [], css: paperCss, why: error.failure.message }
    }
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
    ctx.db.run(settingsSql.save, {
      value: JSON.stringify(keptSettings(checkSettings(value))),
      rev: rev + 1,
    })
    return storedSettings(ctx.db)
  },

  export: async (ctx, { sessionId, papers: wanted, format }) => {
    // What leaves the house is journaled under a name; without one nothing leaves.
    if (!ctx.operator) throw new Refusal({ code: 'no_operator' })
    const made = wanted.flatMap((name) => makePapers(ctx.db, sessionId, name, ctx.moment))
    const names = distinct(made.map((paper) => paper.fileName))
    const files: { name: string; bytes: Uint8Array }[] = []
    for (const [index, paper] of made.entries()) {
      ctx.signal.throwIfAborted()
      const name = names[index] ?? paper.fileName
      files.push(
        format === 'text'
          ? { name: `${name}.txt`, bytes: encoder.encode(plainText(paper)) }
          : { name: `${name}.docx`, bytes: await ctx.ports.renderDocx(paper) },
      )
      ctx.progress(index + 1, made.length)
    }
    const saved = await ctx.ports.saveFiles(files)
    const listed = files.map((file) => file.name)
    if (!saved.cancelled)
      ctx.write(
        {
          command: 'papers.export',
          payload: { sessionId, format, files: listed },
          topics: ['papers'],
        },
        () => undefined,
      )
    return { files: listed, ...saved }
  },
}
