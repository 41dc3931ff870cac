/** What the commands of whoever runs the server have in common: one file as their argument, plain words, exit codes. */
import { readConfig } from '../config.ts';
import { BackupError } from '../store/backup.ts';

/** @param work gets the data folder, the file and the flags; answers what to say */
export async function command(
	usage: string,
	work: (dataDir: string, file: string, flags: ReadonlySet<string>) => string | Promise<string>
): Promise<void> {
	const flags = new Set(process.argv.slice(2).filter((word) => word.startsWith('--')));
	const [file, ...more] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
	if (!file || more.length > 0) {
		console.error(`Usage: ${usage}`);
		process.exit(2);
	}
	try {
		console.log(await work(readConfig(process.env).dataDir, file, flags));
	} catch (error) {
		if (!(error instanceof BackupError)) throw error;
		console.error(error.message);
		process.exit(1);
	}
}
