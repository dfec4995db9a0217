import type { Migration } from './migration.ts'

/** A sitting taken up again after an adjournment: until its roll is called anew nobody knows who came back. */
export const takenUp: Migration = {
  version: 30,
  up: `
-- When the sitting was adjourned, while it goes on and its roll has not been called since.
ALTER TABLE sitting ADD COLUMN rollDueFrom TEXT;
`,
}
