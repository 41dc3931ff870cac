/** Hocuspocus with its standard settings and its SQLite extension's statements on `node:sqlite`. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';

type Exports = string | { [condition: string]: Exports };
type Store = { documentName: string; state: Uint8Array };

/** A package of a folder that isn't ours. */
async function peer<T>(name: string): Promise<T> {
	const folder = join(process.env.PEERS ?? '', 'node_modules', name);
	const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
		exports?: Record<string, Exports>;
		main?: string;
	};
	const file = (from: Exports): string =>
		typeof from === 'string' ? from : file(from.import ?? from.default ?? from.node ?? '');
	return import(
		pathToFileURL(join(folder, file(about.exports?.['.'] ?? about.main ?? 'index.js'))).href
	) as Promise<T>;
}

const data = process.env.DATA ?? '';
mkdirSync(data, { recursive: true });
const db = new DatabaseSync(join(data, 'hocuspocus.db'));
db.exec(
	'CREATE TABLE IF NOT EXISTS documents (name varchar(255) NOT NULL, data blob NOT NULL, UNIQUE (name))'
);
const read = db.prepare('SELECT data FROM documents WHERE name = ? ORDER BY rowid DESC');
const write = db.prepare(
	'INSERT INTO documents VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET data = excluded.data'
);
const { Server } = await peer<{ Server: new (options: object) => { listen(): Promise<void> } }>(
	'@hocuspocus/server'
);
const { Database } = await peer<{ Database: new (options: object) => object }>(
	'@hocuspocus/extension-database'
);
const database = new Database({
	fetch: async ({ documentName }: Store) => read.get(documentName)?.data ?? null,
	store: async ({ documentName, state }: Store) => void write.run(documentName, state)
});
await new Server({
	port: Number(process.env.PORT),
	address: '127.0.0.1',
	quiet: true,
	extensions: [database]
}).listen();
