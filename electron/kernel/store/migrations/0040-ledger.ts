import { backfillLedger } from '../../ledger/backfill.ts'
import type { Migration } from './migration.ts'

/** Who holds what by which vote: organs, posts, tenures, what comes with a nomination, and what follows a vote. */
export const ledger: Migration = {
  version: 40,
  up: `
-- Called together out of turn (临时召集): what must be done days before a session is not asked of it.
ALTER TABLE session ADD COLUMN extraordinary INTEGER NOT NULL DEFAULT 0 CHECK (extraordinary IN (0, 1));
ALTER TABLE person ADD COLUMN birth TEXT;
-- Whether the person is a deputy to the congress (代表); NULL while nobody has said so.
ALTER TABLE person ADD COLUMN deputy INTEGER CHECK (deputy IN (0, 1));

CREATE TABLE organ (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  position INTEGER NOT NULL,
  rev INTEGER NOT NULL
) STRICT;
CREATE TABLE organVersion (
  organId TEXT NOT NULL REFERENCES organ (id),
  fromOn TEXT NOT NULL,
  name TEXT NOT NULL CHECK (length(name) > 0),
  shortName TEXT NOT NULL,
  abolished INTEGER NOT NULL CHECK (abolished IN (0, 1)),
  note TEXT NOT NULL,
  PRIMARY KEY (organId, fromOn)
) STRICT, WITHOUT ROWID;
CREATE TABLE post (
  id TEXT PRIMARY KEY,
  organId TEXT NOT NULL REFERENCES organ (id),
  position INTEGER NOT NULL,
  rev INTEGER NOT NULL
) STRICT;
CREATE INDEX postByOrgan ON post (organId);
CREATE TABLE postVersion (
  postId TEXT NOT NULL REFERENCES post (id),
  fromOn TEXT NOT NULL,
  title TEXT NOT NULL CHECK (length(title) > 0),
  kind TEXT NOT NULL,
  verb TEXT NOT NULL,
  nominators TEXT NOT NULL,
  single INTEGER NOT NULL CHECK (single IN (0, 1)),
  acting INTEGER NOT NULL CHECK (acting IN (0, 1)),
  certificate INTEGER NOT NULL CHECK (certificate IN (0, 1)),
  oath TEXT NOT NULL,
  filing TEXT NOT NULL,
  abolished INTEGER NOT NULL CHECK (abolished IN (0, 1)),
  note TEXT NOT NULL,
  PRIMARY KEY (postId, fromOn)
) STRICT, WITHOUT ROWID;

CREATE TABLE tenure (
  id TEXT PRIMARY KEY,
  personId TEXT NOT NULL REFERENCES person (id),
  postId TEXT REFERENCES post (id),
  postName TEXT NOT NULL CHECK (length(postName) > 0),
  acting INTEGER NOT NULL CHECK (acting IN (0, 1)),
  fromOn TEXT,
  -- Elected by the congress and in office only once approved from above; without fromOn it still waits.
  electedOn TEXT CHECK (electedOn IS NULL OR source <> 'act'),
  toOn TEXT CHECK (toOn IS NULL OR fromOn IS NULL OR toOn >= fromOn),
  endReason TEXT,
  -- The end a person's hand gave it, kept beside the one the acts give: an act undone brings it back.
  ownToOn TEXT CHECK (ownToOn IS NULL OR fromOn IS NULL OR ownToOn >= fromOn),
  ownEndReason TEXT,
  byActId TEXT REFERENCES act (id),
  endedByActId TEXT REFERENCES act (id),
  -- Passed, to end it once approved from above.
  pendingByActId TEXT REFERENCES act (id),
  source TEXT NOT NULL CHECK (source IN ('act','import','entered')),
  reviewedOn TEXT,
  note TEXT NOT NULL,
  -- A person said it is none of the catalogue's posts: its name alone ties it to none.
  loose INTEGER NOT NULL DEFAULT 0 CHECK (loose IN (0, 1)),
  rev INTEGER NOT NULL
) STRICT;
CREATE INDEX tenureByPerson ON tenure (personId);
CREATE INDEX tenureByPost ON tenure (postId);
CREATE INDEX tenureByAct ON tenure (byActId);
CREATE INDEX tenureEndedBy ON tenure (endedByActId);
CREATE INDEX tenureOpen ON tenure (toOn, fromOn);
-- What a hand had said of a tenure whose act stands no more: an act that stands again finds it.
CREATE TABLE tenureSaid (
  id TEXT NOT NULL,
  personId TEXT NOT NULL REFERENCES person (id),
  ownToOn TEXT,
  ownEndReason TEXT,
  reviewedOn TEXT,
  note TEXT NOT NULL,
  PRIMARY KEY (id, personId)
) STRICT, WITHOUT ROWID;
CREATE INDEX tenureSaidOf ON tenureSaid (personId);

-- Whom an act is about, once that is known; posts of one act («副庭长、审判员») each by themselves.
ALTER TABLE act ADD COLUMN personId TEXT REFERENCES person (id);
ALTER TABLE act ADD COLUMN deferredReason TEXT;
CREATE INDEX actByPerson ON act (personId);
CREATE TABLE actPost (
  actId TEXT NOT NULL REFERENCES act (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  postId TEXT REFERENCES post (id),
  loose INTEGER NOT NULL DEFAULT 0 CHECK (loose IN (0, 1)),
  PRIMARY KEY (actId, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX actPostByPost ON actPost (postId);
-- A warning gone past: which, in what words, why, by whom.
CREATE TABLE override (
  actId TEXT NOT NULL REFERENCES act (id),
  code TEXT NOT NULL,
  said TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (length(reason) > 0),
  at TEXT NOT NULL,
  operator TEXT NOT NULL,
  PRIMARY KEY (actId, code, said)
) STRICT, WITHOUT ROWID;
-- What was handed in with an act.
CREATE TABLE material (
  actId TEXT NOT NULL REFERENCES act (id),
  kind TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('received','waived')),
  receivedOn TEXT,
  score INTEGER,
  retake INTEGER,
  note TEXT NOT NULL,
  rev INTEGER NOT NULL,
  PRIMARY KEY (actId, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE dossier (
  id TEXT PRIMARY KEY,
  personId TEXT NOT NULL REFERENCES person (id),
  actId TEXT REFERENCES act (id),
  fileName TEXT NOT NULL,
  readAt TEXT NOT NULL,
  facts TEXT NOT NULL,
  photo TEXT,
  rev INTEGER NOT NULL
) STRICT;
CREATE INDEX dossierByPerson ON dossier (personId);
CREATE INDEX dossierByAct ON dossier (actId);

CREATE TABLE formality (
  id TEXT PRIMARY KEY,
  -- The session whose acts ask for it; NULL where it follows from the end of a tenure without a vote.
  sessionId TEXT REFERENCES session (id),
  -- That tenure. It may go with its act while what was done stays: no reference.
  tenureId TEXT,
  -- Who left what, why and from when, as it was made out last.
  ended TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('certificate','oath','notice','publication','filing','approval')),
  -- Tells formalities of one kind apart and finds them again when they are worked out anew.
  about TEXT NOT NULL,
  toWhom TEXT NOT NULL,
  -- Who holds the ceremony of an oath; NULL for everything else.
  heldBy TEXT CHECK (heldBy IN ('council','organ')),
  dueOn TEXT,
  -- The day was set by hand; the rule no longer moves it.
  dueSet INTEGER NOT NULL CHECK (dueSet IN (0, 1)),
  dueRule TEXT,
  state TEXT NOT NULL CHECK (state IN ('due','done','waived')),
  doneOn TEXT,
  number TEXT NOT NULL,
  note TEXT NOT NULL,
  -- Whether an act that stands still asks for it; what a hand had touched outlives its act.
  standing INTEGER NOT NULL CHECK (standing IN (0, 1)),
  -- What it was settled for, a list of ids of acts or the end as above; NULL while it is due.
  settledActs TEXT,
  rev INTEGER NOT NULL,
  UNIQUE (sessionId, kind, about),
  CHECK ((sessionId IS NULL) = (tenureId IS NOT NULL) AND (tenureId IS NULL) = (ended IS NULL))
) STRICT;
CREATE UNIQUE INDEX formalityOfTenure ON formality (tenureId, kind) WHERE tenureId IS NOT NULL;
CREATE INDEX formalityDue ON formality (state, dueOn);
CREATE TABLE formalityAct (
  formalityId TEXT NOT NULL REFERENCES formality (id),
  actId TEXT NOT NULL REFERENCES act (id),
  PRIMARY KEY (formalityId, actId)
) STRICT, WITHOUT ROWID;
CREATE TABLE madePaper (
  id TEXT PRIMARY KEY,
  sessionId TEXT NOT NULL REFERENCES session (id),
  paper TEXT NOT NULL,
  fileName TEXT NOT NULL,
  toWhom TEXT NOT NULL,
  madeAt TEXT NOT NULL,
  operator TEXT NOT NULL
) STRICT;
CREATE INDEX madeBySession ON madePaper (sessionId);
`,
  fill: backfillLedger,
}
