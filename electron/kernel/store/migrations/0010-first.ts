import type { Migration } from './migration.ts'

/** The first form of the file: body, roster, sessions, attendance, votes, acts, journal. */
export const first: Migration = {
  version: 10,
  up: `
CREATE TABLE body (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL,
  shortName TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('province','city','county')),
  rev INTEGER NOT NULL
) STRICT;

CREATE TABLE term (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,
  seats INTEGER NOT NULL CHECK (seats > 0),
  startsOn TEXT NOT NULL,
  endsOn TEXT,
  rev INTEGER NOT NULL
) STRICT;

CREATE TABLE parameter (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  source TEXT NOT NULL,
  confirmedOn TEXT,
  rev INTEGER NOT NULL
) STRICT;

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  rev INTEGER NOT NULL
) STRICT;

CREATE TABLE person (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) > 0),
  sex TEXT CHECK (sex IN ('male','female')),
  nationality TEXT,
  note TEXT NOT NULL,
  rev INTEGER NOT NULL
) STRICT;
CREATE INDEX personByName ON person (name);

CREATE TABLE member (
  id TEXT PRIMARY KEY,
  personId TEXT NOT NULL REFERENCES person (id),
  termId TEXT NOT NULL REFERENCES term (id),
  kind TEXT NOT NULL CHECK (kind IN ('chair','vice-chair','secretary-general','ordinary')),
  rank INTEGER,
  orderOverride INTEGER,
  startsOn TEXT NOT NULL,
  endsAt TEXT,
  endReason TEXT,
  endedByActId TEXT,
  rev INTEGER NOT NULL
) STRICT;
CREATE INDEX memberByTerm ON member (termId);
CREATE INDEX memberByPerson ON member (personId);

CREATE TABLE session (
  id TEXT PRIMARY KEY,
  termId TEXT NOT NULL REFERENCES term (id),
  number INTEGER NOT NULL,
  startsOn TEXT NOT NULL,
  endsOn TEXT NOT NULL,
  place TEXT NOT NULL,
  chairId TEXT REFERENCES member (id),
  state TEXT NOT NULL CHECK (state IN ('planned','open','closed')),
  rev INTEGER NOT NULL,
  UNIQUE (termId, number)
) STRICT;

CREATE TABLE sitting (
  id TEXT PRIMARY KEY,
  sessionId TEXT NOT NULL REFERENCES session (id),
  kind TEXT NOT NULL CHECK (kind IN ('plenary','group','joint')),
  number INTEGER NOT NULL,
  groupName TEXT NOT NULL,
  startsAt TEXT NOT NULL,
  endsAt TEXT,
  place TEXT NOT NULL,
  chairId TEXT REFERENCES member (id),
  state TEXT NOT NULL CHECK (state IN ('planned','open','adjourned')),
  rev INTEGER NOT NULL
) STRICT;
CREATE INDEX sittingBySession ON sitting (sessionId);

CREATE TABLE item (
  id TEXT PRIMARY KEY,
  sessionId TEXT NOT NULL REFERENCES session (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  written INTEGER NOT NULL CHECK (written IN (0, 1)),
  state TEXT NOT NULL,
  note TEXT NOT NULL,
  rev INTEGER NOT NULL
) STRICT;
CREATE INDEX itemBySession ON item (sessionId, position);

CREATE TABLE mark (
  sittingId TEXT NOT NULL REFERENCES sitting (id),
  memberId TEXT NOT NULL REFERENCES member (id),
  state TEXT NOT NULL CHECK (state IN ('present','onLeave','absent')),
  reason TEXT NOT NULL,
  approver TEXT NOT NULL,
  PRIMARY KEY (sittingId, memberId)
) STRICT, WITHOUT ROWID;

CREATE TABLE stay (
  sittingId TEXT NOT NULL REFERENCES sitting (id),
  memberId TEXT NOT NULL REFERENCES member (id),
  fromAt TEXT NOT NULL,
  toAt TEXT CHECK (toAt IS NULL OR toAt >= fromAt),
  PRIMARY KEY (sittingId, memberId, fromAt)
) STRICT, WITHOUT ROWID;

CREATE TABLE nomination (
  id TEXT PRIMARY KEY,
  sessionId TEXT NOT NULL REFERENCES session (id),
  itemId TEXT NOT NULL REFERENCES item (id),
  position INTEGER NOT NULL,
  nominator TEXT NOT NULL,
  nominatorKind TEXT NOT NULL,
  receivedOn TEXT,
  rev INTEGER NOT NULL
) STRICT;
CREATE INDEX nominationBySession ON nomination (sessionId, position);

CREATE TABLE act (
  id TEXT PRIMARY KEY,
  nominationId TEXT NOT NULL REFERENCES nomination (id),
  position INTEGER NOT NULL,
  act TEXT NOT NULL,
  verb TEXT NOT NULL,
  personName TEXT NOT NULL CHECK (length(personName) > 0),
  memberId TEXT REFERENCES member (id),
  post TEXT NOT NULL,
  reason TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('pending','passed','failed','withdrawn')),
  withdrawnReason TEXT NOT NULL,
  effectiveOn TEXT,
  rev INTEGER NOT NULL
) STRICT;
CREATE INDEX actByNomination ON act (nominationId, position);

CREATE TABLE question (
  id TEXT PRIMARY KEY,
  sessionId TEXT NOT NULL REFERENCES session (id),
  itemId TEXT NOT NULL REFERENCES item (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  method TEXT NOT NULL,
  motion TEXT,
  rev INTEGER NOT NULL
) STRICT;
CREATE INDEX questionBySession ON question (sessionId, position);
CREATE INDEX questionByItem ON question (itemId);

CREATE TABLE questionAct (
  questionId TEXT NOT NULL REFERENCES question (id),
  actId TEXT NOT NULL UNIQUE REFERENCES act (id),
  position INTEGER NOT NULL,
  PRIMARY KEY (questionId, position)
) STRICT, WITHOUT ROWID;

-- Totals only: there is no place in this file where one member's ballot could be written.
CREATE TABLE vote (
  id TEXT PRIMARY KEY,
  questionId TEXT NOT NULL REFERENCES question (id),
  sittingId TEXT NOT NULL REFERENCES sitting (id),
  round INTEGER NOT NULL,
  method TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open','locked','void')),
  openedAt TEXT NOT NULL,
  closedAt TEXT,
  rules TEXT NOT NULL,
  inOffice INTEGER NOT NULL,
  seats INTEGER NOT NULL,
  expected INTEGER NOT NULL,
  present INTEGER NOT NULL,
  onLeave INTEGER NOT NULL,
  absent INTEGER NOT NULL,
  tallyFor INTEGER,
  tallyAgainst INTEGER,
  tallyAbstain INTEGER,
  tallyNotPressed INTEGER,
  tallySpoiled INTEGER,
  tallyIssued INTEGER,
  tallyCollected INTEGER,
  verdict TEXT,
  voidReason TEXT NOT NULL,
  correctsId TEXT UNIQUE REFERENCES vote (id),
  correctionReason TEXT NOT NULL,
  witness TEXT NOT NULL,
  operator TEXT NOT NULL,
  sealSeq INTEGER,
  sealHash TEXT,
  rev INTEGER NOT NULL
) STRICT;
CREATE INDEX voteByQuestion ON vote (questionId, round);
CREATE UNIQUE INDEX voteOpen ON vote (sittingId) WHERE state = 'open';

-- Who was in office and in the hall when the vote was opened.
CREATE TABLE voteMember (
  voteId TEXT NOT NULL REFERENCES vote (id),
  memberId TEXT NOT NULL REFERENCES member (id),
  present INTEGER NOT NULL CHECK (present IN (0, 1)),
  PRIMARY KEY (voteId, memberId)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER voteSealed BEFORE UPDATE ON vote WHEN OLD.sealSeq IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a sealed vote never changes'); END;
CREATE TRIGGER voteKept BEFORE DELETE ON vote
BEGIN SELECT RAISE(ABORT, 'a vote is never deleted'); END;
CREATE TRIGGER voteMemberKept BEFORE DELETE ON voteMember
BEGIN SELECT RAISE(ABORT, 'a vote is never deleted'); END;
CREATE TRIGGER voteMemberFixed BEFORE UPDATE ON voteMember
BEGIN SELECT RAISE(ABORT, 'a vote is never deleted'); END;

CREATE TABLE operator (
  name TEXT PRIMARY KEY,
  lastUsedAt INTEGER NOT NULL
) STRICT;

CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  operator TEXT NOT NULL,
  command TEXT NOT NULL,
  payload TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER journalFixed BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journalKept BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
`,
}
