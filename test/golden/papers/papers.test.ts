import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { renderDocx } from '../../../electron/papers/index.ts'
import { plainText } from '../../../shared/papers/plain.ts'
import { samples } from '../../papers/samples.ts'
import { wordText } from '../../papers/word.ts'

const golden = (name: string): string => {
  const file = new URL(`${name}.txt`, import.meta.url)
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

describe.each(Object.entries(samples))('%s', (name, paper) => {
  it('says as plain text what it has always said', () => {
    expect(plainText(paper)).toBe(golden(name))
  })

  it('says in Word what it has always said', async () => {
    expect(`${wordText(await renderDocx(paper))}\n`).toBe(golden(`${name}.word`))
  })
})
