import type { Migration } from './migration.ts'

/** Which papers bear a name that was put right: a list of who was here names others than a list of appointments. */
export const naming: Migration = {
  version: 60,
  up: `
-- Kinds of papers, JSON; empty means all that follow from passed acts.
ALTER TABLE putRight ADD COLUMN papers TEXT NOT NULL DEFAULT '' CHECK (papers = '' OR json_valid(papers));
`,
}
