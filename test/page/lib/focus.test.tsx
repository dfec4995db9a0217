import { waitFor } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { followFocus } from '../../../renderer/lib/focus.ts'

let stop = (): void => undefined

afterEach(() => {
  stop()
  document.body.replaceChildren()
})

it('goes to the content when the button that has it can no longer have it', async () => {
  document.body.innerHTML = '<main id="content" tabindex="-1"></main><button>锁定</button>'
  stop = followFocus()
  const button = document.querySelector('button')
  button?.focus()
  expect(document.activeElement).toBe(button)
  button?.setAttribute('disabled', '')
  await waitFor(() => expect(document.activeElement?.id).toBe('content'))
})
