CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- body: null for what is known to be gone; generation: of the snapshot that brought or kept it.
CREATE TABLE entry (
  collection TEXT NOT NULL,
  id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  version INTEGER NOT NULL,
  generation INTEGER NOT NULL,
  body TEXT,
  PRIMARY KEY (collection, id)
) WITHOUT ROWID;

CREATE TABLE usage_bucket (
  resolution TEXT NOT NULL,
  start INTEGER NOT NULL,
  highest INTEGER,
  average REAL,
  owned INTEGER NOT NULL,
  refused INTEGER NOT NULL,
  PRIMARY KEY (resolution, start)
) WITHOUT ROWID;

CREATE TABLE audit (id TEXT PRIMARY KEY, at INTEGER NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX audit_at ON audit (at);

-- One row each: catalog, sample, logo.
CREATE TABLE single (name TEXT PRIMARY KEY, version INTEGER, body BLOB) WITHOUT ROWID;
