/** The tables of `log.sqlite`. Rows are never changed; they go only with their whole production. */
export const LOG_SCHEMA = `
CREATE TABLE IF NOT EXISTS updates (
	production TEXT NOT NULL,
	seq INTEGER NOT NULL,
	document TEXT NOT NULL,
	user TEXT NOT NULL,
	device TEXT NOT NULL,
	at INTEGER NOT NULL,
	bytes BLOB NOT NULL,
	hash BLOB NOT NULL,
	UNIQUE (production, seq)
) STRICT;
CREATE INDEX IF NOT EXISTS updates_of_document ON updates (document, seq);
CREATE TABLE IF NOT EXISTS bases (
	document TEXT NOT NULL,
	seq INTEGER NOT NULL,
	at INTEGER NOT NULL,
	bytes BLOB NOT NULL,
	state_vector BLOB NOT NULL,
	PRIMARY KEY (document, seq)
) STRICT;
CREATE TABLE IF NOT EXISTS owners (
	document TEXT NOT NULL,
	client INTEGER NOT NULL,
	user TEXT NOT NULL,
	PRIMARY KEY (document, client)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS tombstones (
	production TEXT PRIMARY KEY,
	at INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	hash BLOB NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS heads (
	production TEXT PRIMARY KEY,
	seq INTEGER NOT NULL,
	hash BLOB NOT NULL
) STRICT;
INSERT OR IGNORE INTO heads SELECT production, max(seq), hash FROM updates GROUP BY production;
CREATE TABLE IF NOT EXISTS epochs (id TEXT NOT NULL UNIQUE, at INTEGER NOT NULL) STRICT;
INSERT INTO epochs SELECT lower(hex(randomblob(8))), unixepoch() * 1000 WHERE NOT EXISTS (SELECT 1 FROM epochs);
CREATE TABLE IF NOT EXISTS imports (
	production TEXT PRIMARY KEY,
	at INTEGER NOT NULL,
	state TEXT NOT NULL CHECK (state IN ('coming', 'here'))
) STRICT;
CREATE TABLE IF NOT EXISTS pulse (id INTEGER PRIMARY KEY, at INTEGER NOT NULL) STRICT;
CREATE TRIGGER IF NOT EXISTS updates_stand BEFORE UPDATE ON updates
BEGIN SELECT RAISE(ABORT, 'a row of the log is never changed'); END;
DROP TRIGGER IF EXISTS updates_stay;
CREATE TRIGGER updates_stay BEFORE DELETE ON updates
WHEN NOT EXISTS (SELECT 1 FROM imports WHERE production = OLD.production AND state = 'coming')
	AND NOT EXISTS (
		SELECT 1 FROM tombstones t WHERE t.production = OLD.production
			AND NOT EXISTS (SELECT 1 FROM imports i WHERE i.production = t.production)
	)
BEGIN SELECT RAISE(ABORT, 'a row of the log is never deleted'); END;
CREATE TRIGGER IF NOT EXISTS tombstones_stand BEFORE UPDATE ON tombstones
BEGIN SELECT RAISE(ABORT, 'a tombstone is never changed'); END;
CREATE TRIGGER IF NOT EXISTS tombstones_stay BEFORE DELETE ON tombstones
BEGIN SELECT RAISE(ABORT, 'a tombstone is never deleted'); END;
`;
