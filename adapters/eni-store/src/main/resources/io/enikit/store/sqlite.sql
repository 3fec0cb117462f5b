-- Tables of io.enikit.store, schema version 1, for SQLite. Times are microseconds since 1970.
CREATE TABLE eni_schema (version INTEGER NOT NULL);
INSERT INTO eni_schema (version) VALUES (1);

CREATE TABLE eni_pool (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  settings TEXT NOT NULL
);

-- The log. Its primary key is the guarantee: one change follows each version.
CREATE TABLE eni_event (
  pool INTEGER NOT NULL REFERENCES eni_pool (id),
  version INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('settings', 'granted', 'released')),
  cidr TEXT,
  owner TEXT NOT NULL,
  owner_key TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  settings TEXT,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  request TEXT,
  token INTEGER NOT NULL,
  PRIMARY KEY (pool, version)
) WITHOUT ROWID;
-- On the request alone: with the pool in front, SQLite would read all events of the pool instead.
CREATE INDEX eni_event_request ON eni_event (request) WHERE request IS NOT NULL;

-- What is granted now, for queries, and for guards of the database itself.
CREATE TABLE eni_grant (
  pool INTEGER NOT NULL REFERENCES eni_pool (id),
  first BLOB NOT NULL,
  last BLOB NOT NULL,
  cidr TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  owner TEXT NOT NULL,
  owner_key TEXT NOT NULL,
  PRIMARY KEY (pool, first),
  UNIQUE (pool, sequence)
) WITHOUT ROWID;
CREATE UNIQUE INDEX eni_grant_owner ON eni_grant (pool, owner, owner_key) WHERE owner <> '';

CREATE TRIGGER eni_grant_is_apart BEFORE INSERT ON eni_grant
WHEN (SELECT last FROM eni_grant
  WHERE pool = NEW.pool AND first <= NEW.last ORDER BY first DESC LIMIT 1) >= NEW.first
BEGIN
  SELECT RAISE(ABORT, 'the granted block overlaps another');
END;

-- Where the kept history of a pool begins, once events were pruned.
CREATE TABLE eni_base (
  pool INTEGER PRIMARY KEY REFERENCES eni_pool (id),
  version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  content TEXT NOT NULL
);
