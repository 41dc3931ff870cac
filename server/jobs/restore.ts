/**
 * `npm run restore -- FILE [--replace]`: puts a backup into DATA_DIR, while no server runs there. With --replace,
 * what is there is moved aside first.
 */
import { restore } from '../store/backup.ts';
import { command } from './operator.ts';

await command('npm run restore -- FILE [--replace]', async (dataDir, file, flags) => {
	const { rows, productions, moved } = await restore(dataDir, file, flags.has('--replace'));
	const before = moved ? ` What was there before is in ${moved}.` : '';
	return `${dataDir}: ${productions} productions, ${rows} rows, every record whole.${before} Start the server; devices bring back what it lacks.`;
});
