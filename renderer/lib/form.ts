import { useCallback, useState } from 'react'
import type { Failure } from '../../shared/contract/errors.ts'
import { fieldSentences } from './errors.ts'
import { focusRefused } from './focus.ts'

export type Draft<T> = {
  values: T
  /** Changes one field and forgets what was said about it. */
  set: <K extends keyof T & string>(key: K, value: T[K]) => void
  /** Sentence for a field path («name», «term.seats»), or undefined. */
  errorAt: (path: string) => string | undefined
  /** Says something about a field by hand. */
  say: (path: string, sentence: string) => void
  /** Puts a failure's fields to the inputs and the focus to the first of them; null clears. */
  take: (failure: Failure | null) => void
  reset: (values: T) => void
  dirty: boolean
}

/**
 * What a form was opened with, whatever others make of it meanwhile: its revision goes with what is typed, so that a change
 * in between is refused and not written over.
 */
export const useOpened = <T>(now: T): T => useState(() => now)[0]

/** Holds what is being typed into a form and what is wrong with it, field by field. */
export const useDraft = <T extends Record<string, unknown>>(initial: T): Draft<T> => {
  const [values, setValues] = useState(initial)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [dirty, setDirty] = useState(false)
  const set = useCallback(<K extends keyof T & string>(key: K, value: T[K]) => {
    setValues((old) => ({ ...old, [key]: value }))
    setErrors((old) =>
      Object.fromEntries(Object.entries(old).filter(([path]) => !belongsTo(path, key))),
    )
    setDirty(true)
  }, [])
  const say = useCallback(
    (path: string, sentence: string) => setErrors((old) => ({ ...old, [path]: sentence })),
    [],
  )
  const take = useCallback((failure: Failure | null) => {
    setErrors(fieldSentences(failure))
    if (failure?.fields) focusRefused()
  }, [])
  const reset = useCallback((next: T) => {
    setValues(next)
    setErrors({})
    setDirty(false)
  }, [])
  const errorAt = useCallback((path: string) => errors[path], [errors])
  return { values, set, errorAt, say, take, reset, dirty }
}

/** «term.seats» is said at the field «seats» too. */
const belongsTo = (path: string, key: string): boolean =>
  path === key || path.startsWith(`${key}.`) || path.endsWith(`.${key}`)
