-- due: when a held or queued operation may go (0: at once); asked: whether the server set that time.
-- aggregate: what is sent strictly in order (a person's address, else the object).
CREATE TABLE op (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  op_id TEXT NOT NULL UNIQUE,
  org_id TEXT NOT NULL,
  batch_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  object_id TEXT NOT NULL,
  aggregate TEXT NOT NULL,
  subject TEXT NOT NULL,
  payload TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  base_etag TEXT,
  base_json TEXT,
  state TEXT NOT NULL CHECK (state IN ('HELD', 'QUEUED', 'IN_FLIGHT', 'DONE', 'ATTENTION', 'CANCELED')),
  not_before INTEGER,
  due INTEGER NOT NULL DEFAULT 0,
  asked INTEGER NOT NULL DEFAULT 0,
  attempts INTEGER NOT NULL DEFAULT 0,
  first_sent_at INTEGER,
  lease TEXT,
  answered_at INTEGER,
  result_status INTEGER,
  outcome TEXT,
  problem TEXT,
  change_seq INTEGER,
  src_file TEXT,
  src_row INTEGER,
  actor TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  rebases INTEGER NOT NULL DEFAULT 0,
  superseded_by TEXT
);
CREATE INDEX op_state ON op (org_id, state, due, seq, kind);
CREATE INDEX op_order ON op (org_id, aggregate, seq) WHERE state IN ('HELD', 'QUEUED', 'IN_FLIGHT', 'ATTENTION');
CREATE INDEX op_batch ON op (batch_id, state, outcome, superseded_by);
CREATE INDEX op_flight ON op (lease) WHERE state = 'IN_FLIGHT';
CREATE INDEX op_effect ON op (org_id, change_seq) WHERE state = 'DONE' AND change_seq IS NOT NULL;
CREATE INDEX op_answered ON op (answered_at, kind) WHERE state = 'DONE';

CREATE TABLE batch (
  id TEXT PRIMARY KEY,
  org_id TEXT NOT NULL,
  src_file TEXT,
  size INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX batch_org ON batch (org_id, created_at);

CREATE TABLE paused (org_id TEXT PRIMARY KEY) WITHOUT ROWID;

CREATE TABLE mark (org_id TEXT PRIMARY KEY, pinned INTEGER NOT NULL DEFAULT 0, opened_at INTEGER) WITHOUT ROWID;

CREATE TABLE preference (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE draft (
  id TEXT PRIMARY KEY,
  org_id TEXT NOT NULL,
  name TEXT NOT NULL,
  file_name TEXT,
  settings TEXT,
  batch_id TEXT,
  changed_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX draft_org ON draft (org_id);

CREATE TABLE draft_row (
  draft_id TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
  row INTEGER NOT NULL,
  email TEXT,
  name TEXT,
  role TEXT,
  note TEXT,
  outcome TEXT NOT NULL,
  reason TEXT,
  PRIMARY KEY (draft_id, row)
) WITHOUT ROWID;
