/**
 * Every way a call can fail. The page maps a code to a sentence (`errors.<code>`); the detail stays in the log.
 * `rule`: the law or the body's own rules forbid it; `invalid`: the input is malformed.
 */
export const failureCodes = [
  'invalid',
  'rule',
  'not_found',
  'conflict',
  'no_operator',
  'busy',
  'disk_full',
  'readonly',
  'corrupt',
  'from_future',
  'cancelled',
  'internal',
] as const
export type FailureCode = (typeof failureCodes)[number]

/** What an operating system says of a file it would not let us write. */
const systemCodes: readonly [RegExp, FailureCode][] = [
  [/^(ENOSPC|EDQUOT|EFBIG)$/, 'disk_full'],
  [/^(EACCES|EPERM|EROFS|EIO)$/, 'readonly'],
  [/^(EBUSY|ETXTBSY)$/, 'busy'],
]

/** The failure behind a system's error code («ENOSPC»), or undefined where it has no sentence of its own. */
export const systemFailure = (code: string): FailureCode | undefined =>
  systemCodes.find(([pattern]) => pattern.test(code))?.[1]

/** A sentence as data: an i18n key with its parameters. */
export type Message = { key: string; params?: Record<string, string | number> }

export type Failure = {
  code: FailureCode
  /** What to tell the user, where something better than the code's own sentence is known. */
  message?: Message
  /** Field path («seats», «acts.2.post») to what is wrong with it. */
  fields?: Record<string, Message>
  /** Names the log entry of an `internal` failure. */
  id?: string
}

/** Thrown inside rules and handlers, turned into a {@link Failure} by the dispatcher: nothing is written. */
export class Refusal extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.message?.key ?? failure.code)
    this.failure = failure
  }
}

/** Refuses for a rule of law or of the body: `key` names the sentence. */
export const refuse = (key: string, params?: Message['params']): never => {
  throw new Refusal({ code: 'rule', message: params ? { key, params } : { key } })
}
