import type { Migration } from './migration.ts'

/** What was put right beside results: papers made before may say something else. */
export const putRight: Migration = {
  version: 50,
  up: `
CREATE TABLE putRight (
  seq INTEGER PRIMARY KEY,
  -- The session whose papers speak of it.
  sessionId TEXT NOT NULL REFERENCES session (id),
  at TEXT NOT NULL,
  -- A passed act tied to another person or post, or the name of somebody they name.
  what TEXT NOT NULL CHECK (what IN ('person','post','name')),
  -- The act tied anew; NULL of a name.
  actId TEXT REFERENCES act (id),
  -- The name as it was and as it is; empty of an act.
  was TEXT NOT NULL,
  now TEXT NOT NULL,
  CHECK ((what = 'name') = (actId IS NULL))
) STRICT;
CREATE INDEX putRightBySession ON putRight (sessionId);
`,
}
