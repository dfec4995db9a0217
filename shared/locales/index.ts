import enApp from './en/app.json' with { type: 'json' }
import enAppointment from './en/appointment.json' with { type: 'json' }
import enAttendance from './en/attendance.json' with { type: 'json' }
import enBallot from './en/ballot.json' with { type: 'json' }
import enBody from './en/body.json' with { type: 'json' }
import enCli from './en/cli.json' with { type: 'json' }
import enCommands from './en/commands.json' with { type: 'json' }
import enCommon from './en/common.json' with { type: 'json' }
import enErrors from './en/errors.json' with { type: 'json' }
import enHosting from './en/hosting.json' with { type: 'json' }
import enImport from './en/import.json' with { type: 'json' }
import enDossier from './en/dossier.json' with { type: 'json' }
import enFormality from './en/formality.json' with { type: 'json' }
import enLedger from './en/ledger.json' with { type: 'json' }
import enHall from './en/hall.json' with { type: 'json' }
import enIncident from './en/incident.json' with { type: 'json' }
import enSafety from './en/safety.json' with { type: 'json' }
import enSpeech from './en/speech.json' with { type: 'json' }
import enJournal from './en/journal.json' with { type: 'json' }
import enPapers from './en/papers.json' with { type: 'json' }
import enRoster from './en/roster.json' with { type: 'json' }
import enRules from './en/rules.json' with { type: 'json' }
import enSession from './en/session.json' with { type: 'json' }
import enStore from './en/store.json' with { type: 'json' }
import enVerdict from './en/verdict.json' with { type: 'json' }
import zhApp from './zh-CN/app.json' with { type: 'json' }
import zhAppointment from './zh-CN/appointment.json' with { type: 'json' }
import zhAttendance from './zh-CN/attendance.json' with { type: 'json' }
import zhBallot from './zh-CN/ballot.json' with { type: 'json' }
import zhBody from './zh-CN/body.json' with { type: 'json' }
import zhCli from './zh-CN/cli.json' with { type: 'json' }
import zhCommands from './zh-CN/commands.json' with { type: 'json' }
import zhCommon from './zh-CN/common.json' with { type: 'json' }
import zhErrors from './zh-CN/errors.json' with { type: 'json' }
import zhHosting from './zh-CN/hosting.json' with { type: 'json' }
import zhImport from './zh-CN/import.json' with { type: 'json' }
import zhDossier from './zh-CN/dossier.json' with { type: 'json' }
import zhFormality from './zh-CN/formality.json' with { type: 'json' }
import zhLedger from './zh-CN/ledger.json' with { type: 'json' }
import zhHall from './zh-CN/hall.json' with { type: 'json' }
import zhIncident from './zh-CN/incident.json' with { type: 'json' }
import zhSafety from './zh-CN/safety.json' with { type: 'json' }
import zhSpeech from './zh-CN/speech.json' with { type: 'json' }
import zhJournal from './zh-CN/journal.json' with { type: 'json' }
import zhPapers from './zh-CN/papers.json' with { type: 'json' }
import zhRoster from './zh-CN/roster.json' with { type: 'json' }
import zhRules from './zh-CN/rules.json' with { type: 'json' }
import zhSession from './zh-CN/session.json' with { type: 'json' }
import zhStore from './zh-CN/store.json' with { type: 'json' }
import zhVerdict from './zh-CN/verdict.json' with { type: 'json' }

export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]

/** One file a room; the file's name is the first part of every key in it. */
const zh = {
  app: zhApp,
  appointment: zhAppointment,
  attendance: zhAttendance,
  ballot: zhBallot,
  body: zhBody,
  cli: zhCli,
  commands: zhCommands,
  common: zhCommon,
  errors: zhErrors,
  hosting: zhHosting,
  import: zhImport,
  hall: zhHall,
  ledger: zhLedger,
  dossier: zhDossier,
  formality: zhFormality,
  incident: zhIncident,
  safety: zhSafety,
  speech: zhSpeech,
  journal: zhJournal,
  papers: zhPapers,
  roster: zhRoster,
  rules: zhRules,
  session: zhSession,
  store: zhStore,
  verdict: zhVerdict,
}

export type Sentences = typeof zh

/** English has exactly the keys of Chinese: a missing one does not compile. */
const en: Sentences = {
  app: enApp,
  appointment: enAppointment,
  attendance: enAttendance,
  ballot: enBallot,
  body: enBody,
  cli: enCli,
  commands: enCommands,
  common: enCommon,
  errors: enErrors,
  hosting: enHosting,
  import: enImport,
  hall: enHall,
  ledger: enLedger,
  dossier: enDossier,
  formality: enFormality,
  incident: enIncident,
  safety: enSafety,
  speech: enSpeech,
  journal: enJournal,
  papers: enPapers,
  roster: enRoster,
  rules: enRules,
  session: enSession,
  store: enStore,
  verdict: enVerdict,
}

/** Every sentence of the product in both languages. */
export const sentences: Record<Locale, Sentences> = { 'zh-CN': zh, en }

type Leaves<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}`
}[keyof T & string]

/** A key that exists, e.g. «roster.title». */
export type LocaleKey = Leaves<Sentences>
