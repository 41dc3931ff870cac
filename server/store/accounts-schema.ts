/** The tables of `accounts.sqlite`: who people are, what they belong to, which documents exist. */
export const ACCOUNTS_SCHEMA = `
CREATE TABLE IF NOT EXISTS users (
	id TEXT PRIMARY KEY,
	name TEXT NOT NULL,
	name_key TEXT UNIQUE,
	passphrase TEXT,
	created_at INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS sessions (
	id TEXT PRIMARY KEY,
	token_hash TEXT NOT NULL UNIQUE,
	user TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
	created_at INTEGER NOT NULL,
	expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS sessions_of_user ON sessions (user);
CREATE TABLE IF NOT EXISTS recovery_codes (
	user TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
	code_hash TEXT NOT NULL,
	used_at INTEGER,
	PRIMARY KEY (user, code_hash)
) STRICT;
CREATE TABLE IF NOT EXISTS one_time_codes (
	user TEXT PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
	code_hash TEXT NOT NULL,
	expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS productions (
	id TEXT PRIMARY KEY,
	title TEXT NOT NULL,
	creator TEXT NOT NULL,
	demo INTEGER NOT NULL,
	created_at INTEGER NOT NULL,
	expires_at INTEGER,
	archived_at INTEGER
) STRICT;
CREATE TABLE IF NOT EXISTS members (
	production TEXT NOT NULL REFERENCES productions (id) ON DELETE CASCADE,
	user TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
	role TEXT NOT NULL,
	person TEXT,
	keeps TEXT NOT NULL,
	joined_at INTEGER NOT NULL,
	PRIMARY KEY (production, user)
) STRICT;
CREATE INDEX IF NOT EXISTS members_of_user ON members (user);
CREATE TABLE IF NOT EXISTS invitations (
	id TEXT PRIMARY KEY,
	token_hash TEXT NOT NULL UNIQUE,
	production TEXT NOT NULL REFERENCES productions (id) ON DELETE CASCADE,
	role TEXT NOT NULL,
	person TEXT,
	person_name TEXT,
	uses INTEGER NOT NULL,
	used INTEGER NOT NULL DEFAULT 0,
	inviter TEXT NOT NULL,
	created_at INTEGER NOT NULL,
	expires_at INTEGER NOT NULL,
	revoked_at INTEGER
) STRICT;
CREATE INDEX IF NOT EXISTS invitations_of_production ON invitations (production);
CREATE TABLE IF NOT EXISTS documents (
	name TEXT PRIMARY KEY,
	production TEXT NOT NULL REFERENCES productions (id) ON DELETE CASCADE,
	kind TEXT NOT NULL,
	person TEXT,
	created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS documents_of_production ON documents (production);
CREATE TABLE IF NOT EXISTS stations (
	id TEXT PRIMARY KEY,
	production TEXT NOT NULL REFERENCES productions (id) ON DELETE CASCADE,
	name TEXT NOT NULL,
	people TEXT NOT NULL,
	enroller TEXT NOT NULL,
	created_at INTEGER NOT NULL,
	token_hash TEXT UNIQUE,
	token_expires_at INTEGER NOT NULL,
	cookie_hash TEXT UNIQUE,
	enrolled_at INTEGER,
	revoked_at INTEGER
) STRICT;
CREATE INDEX IF NOT EXISTS stations_of_production ON stations (production);
CREATE TABLE IF NOT EXISTS station_details (
	station TEXT PRIMARY KEY REFERENCES stations (id) ON DELETE CASCADE,
	zone TEXT,
	seen_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS pins (
	production TEXT NOT NULL REFERENCES productions (id) ON DELETE CASCADE,
	person TEXT NOT NULL,
	salt TEXT NOT NULL,
	iterations INTEGER NOT NULL,
	hash TEXT NOT NULL,
	set_at INTEGER NOT NULL,
	PRIMARY KEY (production, person)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS openings (
	production TEXT NOT NULL REFERENCES productions (id) ON DELETE CASCADE,
	person TEXT NOT NULL,
	user TEXT NOT NULL,
	first_at INTEGER NOT NULL,
	last_at INTEGER NOT NULL,
	PRIMARY KEY (production, person, user)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS audit (
	at INTEGER NOT NULL,
	event TEXT NOT NULL,
	user TEXT,
	production TEXT,
	address TEXT,
	detail TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS audit_at ON audit (at);
`;
