/**
 * `npm run verify-record -- [production]`: walks the record of one production, or of all, and names the first row
 * that doesn't fit. Reads only, and may run beside the server. Ends with 0 when all fit, 1 when one doesn't, 2 when
 * there is nothing to check.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { readConfig } from '../config.ts';
import { productionsIn, verifyLog } from '../store/verify-log.ts';

const { dataDir } = readConfig(process.env);
const file = join(dataDir, 'log.sqlite');
const wanted = process.argv[2];

function give(message: string): never {
	console.error(message);
	process.exit(2);
}

if (!existsSync(file)) give(`There is no record at ${file}. Set DATA_DIR to the server's data folder.`);
const db = new DatabaseSync(file, { readOnly: true });
db.exec('PRAGMA busy_timeout=5000; BEGIN');
const all = productionsIn(db);
if (wanted !== undefined && !all.includes(wanted)) give(`The record has no production ${wanted}.`);
let wrong = 0;
for (const production of wanted === undefined ? all : [wanted]) {
	const { rows, head, misfit } = verifyLog(db, production);
	if (misfit) {
		wrong++;
		console.log(`${production}: ${misfit.what} (${rows} rows).`);
	} else {
		const hash = Buffer.from(head?.hash ?? []).toString('hex');
		console.log(`${production}: ${rows} rows fit, up to ${hash}.`);
	}
}
db.close();
console.log(
	wrong === 0 ? 'The record is whole.' : `The record was changed in ${wrong} of ${all.length} productions.`
);
process.exit(wrong === 0 ? 0 : 1);
