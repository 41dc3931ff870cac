/** `npm run backup -- FILE`: everything of the server in DATA_DIR, running or not, in one new file. */
import { backUp } from '../store/backup.ts';
import { command } from './operator.ts';

await command('npm run backup -- FILE', (dataDir, file) => {
	const { rows, productions } = backUp(dataDir, file);
	return `${file}: ${productions} productions, ${rows} rows. Keep it where only you can read it.`;
});
