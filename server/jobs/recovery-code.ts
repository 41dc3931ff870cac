/**
 * `npm run recovery-code -- NAME`: a one-time code for somebody who lost the passphrase and every recovery code. Runs
 * beside the server. Ends with 0, 1 when nobody has that name, 2 when it was called wrongly.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hashToken, newRecoveryCode, plainCode } from '../auth/tokens.ts';
import { readConfig } from '../config.ts';
import { openAccounts } from '../store/accounts.ts';
import { ACCOUNTS_FILE } from '../store/backup.ts';

const HOURS = 24;
const HOUR_MS = 3_600_000;

function give(code: number, message: string): never {
	console.error(message);
	process.exit(code);
}

// A name may have spaces, and nobody thinks of quotes.
const name = process.argv.slice(2).join(' ').trim();
if (!name) give(2, 'Usage: npm run recovery-code -- NAME');
const { dataDir } = readConfig(process.env);
const file = join(dataDir, ACCOUNTS_FILE);
if (!existsSync(file)) give(2, `There are no accounts at ${file}. Set DATA_DIR to the server's data folder.`);

const accounts = openAccounts(file);
const user = accounts.users.findByName(name);
if (!user) {
	accounts.close();
	give(1, `Nobody here signs in as “${name}”. Ask them for the name exactly as they sign in with it.`);
}
const code = newRecoveryCode();
accounts.together(() => {
	accounts.users.setOneTimeCode(user.id, hashToken(plainCode(code)), Date.now() + HOURS * HOUR_MS);
	accounts.audit({ event: 'one-time code made', user: user.id, detail: { by: 'operator', hours: HOURS } });
});
accounts.close();
console.log(`One-time code for ${user.name}, good for ${HOURS} hours, once:

    ${code}

Tell it to nobody but them, and only when you are sure it is them. On the sign-in page they choose “Passphrase
forgotten?” and enter it as the recovery code. All their devices are signed out, and they get new recovery codes.`);
