import type { Migration } from './migration.ts'

/**
 * The sitting live: what is half done and kept, ballot papers with several lines, named votes, leave before the day,
 * people who sit in, seats, speeches, incidents, the script's own words.
 */
export const chamber: Migration = {
  version: 20,
  up: `
-- What is half done: totals being entered, the place one works at, what the hall shows. Never on the record.
CREATE TABLE kept (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;

ALTER TABLE question ADD COLUMN amendsId TEXT REFERENCES question (id);
ALTER TABLE question ADD COLUMN proposedOn TEXT;
ALTER TABLE question ADD COLUMN signatories INTEGER;
ALTER TABLE question ADD COLUMN mergeBasis TEXT NOT NULL DEFAULT '';
ALTER TABLE question ADD COLUMN withdrawnAt TEXT;
ALTER TABLE question ADD COLUMN withdrawnReason TEXT NOT NULL DEFAULT '';
-- How the person to be dismissed defended themselves (监督法 62②), as JSON; empty until it is recorded.
ALTER TABLE question ADD COLUMN defence TEXT NOT NULL DEFAULT '';

-- Motions members sign together: how many signed, and the members it was held against at that moment.
ALTER TABLE item ADD COLUMN signedKind TEXT CHECK (signedKind IN ('motion','inquiry','dismissal','inquiry-committee','recall'));
ALTER TABLE item ADD COLUMN signatories INTEGER;
ALTER TABLE item ADD COLUMN signedBase INTEGER;
ALTER TABLE item ADD COLUMN signedNeeded INTEGER;
ALTER TABLE item ADD COLUMN signedAt TEXT;
ALTER TABLE item ADD COLUMN declinedAt TEXT;
ALTER TABLE item ADD COLUMN declinedReason TEXT NOT NULL DEFAULT '';

-- One paper with a line for each of several questions: issued, collected and opened together.
CREATE TABLE sheet (
  id TEXT PRIMARY KEY,
  sittingId TEXT NOT NULL REFERENCES sitting (id),
  title TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open','locked','void')),
  openedAt TEXT NOT NULL,
  closedAt TEXT,
  rev INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX sheetOpen ON sheet (sittingId) WHERE state = 'open';

ALTER TABLE vote ADD COLUMN sheetId TEXT REFERENCES sheet (id);
ALTER TABLE vote ADD COLUMN fallbackOf TEXT REFERENCES vote (id);
ALTER TABLE vote ADD COLUMN video INTEGER NOT NULL DEFAULT 0;
ALTER TABLE vote ADD COLUMN scrutineers TEXT NOT NULL DEFAULT '[]';
ALTER TABLE vote ADD COLUMN tellers TEXT NOT NULL DEFAULT '[]';
ALTER TABLE vote ADD COLUMN baseNote TEXT NOT NULL DEFAULT '';
DROP INDEX voteOpen;
CREATE UNIQUE INDEX voteOpen ON vote (sittingId) WHERE state = 'open' AND sheetId IS NULL;
-- Every command of a session asks for its last vote.
CREATE INDEX voteLast ON vote (sittingId, coalesce(closedAt, openedAt));

-- Named votes alone, where a body's rules ask for them; a secret vote has no row here, whatever is asked.
CREATE TABLE namedVote (
  voteId TEXT NOT NULL REFERENCES vote (id),
  memberId TEXT NOT NULL REFERENCES member (id),
  choice TEXT NOT NULL CHECK (choice IN ('for','against','abstain')),
  PRIMARY KEY (voteId, memberId)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER namedVoteOnly BEFORE INSERT ON namedVote
WHEN (SELECT method FROM vote WHERE id = NEW.voteId) IS NOT 'named'
  OR (SELECT sealSeq FROM vote WHERE id = NEW.voteId) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'only an open named vote has names'); END;
CREATE TRIGGER namedVoteFixed BEFORE UPDATE ON namedVote
BEGIN SELECT RAISE(ABORT, 'a named vote never changes'); END;
CREATE TRIGGER namedVoteKept BEFORE DELETE ON namedVote
BEGIN SELECT RAISE(ABORT, 'a named vote is never deleted'); END;

-- Leave asked for before the day; \`sittingId\` null is the whole session.
CREATE TABLE leave (
  id TEXT PRIMARY KEY,
  sessionId TEXT NOT NULL REFERENCES session (id),
  sittingId TEXT REFERENCES sitting (id),
  memberId TEXT NOT NULL REFERENCES member (id),
  reason TEXT NOT NULL,
  approver TEXT NOT NULL,
  approverRole TEXT NOT NULL,
  grantedOn TEXT,
  rev INTEGER NOT NULL
) STRICT;
CREATE INDEX leaveBySession ON leave (sessionId);

ALTER TABLE mark ADD COLUMN video INTEGER NOT NULL DEFAULT 0;
ALTER TABLE mark ADD COLUMN approverRole TEXT NOT NULL DEFAULT '';
ALTER TABLE sitting ADD COLUMN videoPermitted INTEGER NOT NULL DEFAULT 0;

-- Who sits in (列席) and who observes (旁听): a voice or none, never a vote.
CREATE TABLE guest (
  id TEXT PRIMARY KEY,
  sittingId TEXT NOT NULL REFERENCES sitting (id),
  kind TEXT NOT NULL CHECK (kind IN ('sitIn','observe')),
  number INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (length(name) > 0),
  post TEXT NOT NULL,
  present INTEGER NOT NULL CHECK (present IN (0, 1)),
  rev INTEGER NOT NULL,
  UNIQUE (sittingId, kind, number)
) STRICT;

-- Where members sit, 1-based from the chair's left in the front row.
CREATE TABLE seat (
  memberId TEXT PRIMARY KEY REFERENCES member (id) ON DELETE CASCADE,
  row INTEGER NOT NULL CHECK (row > 0),
  col INTEGER NOT NULL CHECK (col > 0),
  UNIQUE (row, col)
) STRICT;

-- Duties suspended (暂停执行职务): in the membership, never in the hall (rules.md §9-83).
CREATE TABLE suspension (
  id TEXT PRIMARY KEY,
  memberId TEXT NOT NULL REFERENCES member (id),
  startsOn TEXT NOT NULL,
  endsOn TEXT,
  reason TEXT NOT NULL,
  rev INTEGER NOT NULL
) STRICT;
CREATE INDEX suspensionByMember ON suspension (memberId);

CREATE TABLE speech (
  id TEXT PRIMARY KEY,
  sittingId TEXT NOT NULL REFERENCES sitting (id),
  itemId TEXT REFERENCES item (id),
  memberId TEXT REFERENCES member (id),
  name TEXT NOT NULL CHECK (length(name) > 0),
  turn INTEGER NOT NULL CHECK (turn > 0),
  position INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued','speaking','done','dropped')),
  limitSeconds INTEGER NOT NULL CHECK (limitSeconds >= 0),
  extraSeconds INTEGER NOT NULL CHECK (extraSeconds >= 0),
  extendedBy TEXT NOT NULL DEFAULT '',
  startedAt TEXT,
  endedAt TEXT,
  rev INTEGER NOT NULL,
  CHECK ((startedAt IS NOT NULL) = (state IN ('speaking','done'))),
  CHECK ((endedAt IS NOT NULL) = (state = 'done')),
  CHECK (endedAt >= startedAt)
) STRICT;
CREATE INDEX speechBySitting ON speech (sittingId, position);
CREATE UNIQUE INDEX speechRunning ON speech (sittingId) WHERE state = 'speaking';

CREATE TABLE incident (
  id TEXT PRIMARY KEY,
  sittingId TEXT NOT NULL REFERENCES sitting (id),
  at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('device','network','ruling','order','other')),
  text TEXT NOT NULL CHECK (length(text) > 0),
  voteId TEXT REFERENCES vote (id),
  operator TEXT NOT NULL,
  correctsId TEXT UNIQUE REFERENCES incident (id)
) STRICT;
CREATE INDEX incidentBySitting ON incident (sittingId, at);
CREATE TRIGGER incidentFixed BEFORE UPDATE ON incident
BEGIN SELECT RAISE(ABORT, 'an incident stands as it was noted'); END;
CREATE TRIGGER incidentKept BEFORE DELETE ON incident
BEGIN SELECT RAISE(ABORT, 'an incident stands as it was noted'); END;

-- Passages of the script a person wrote instead of the made ones, by session.
CREATE TABLE scriptPassage (
  sessionId TEXT NOT NULL REFERENCES session (id),
  key TEXT NOT NULL,
  text TEXT NOT NULL,
  rev INTEGER NOT NULL,
  PRIMARY KEY (sessionId, key)
) STRICT, WITHOUT ROWID;
`,
}
