import { execFile } from 'node:child_process';
import { expect, test } from 'vitest';

/** What `npm audit --json` says: a report, or why there is none. */
type Audit = {
	readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string; readonly range: string }>>;
	readonly metadata?: object;
	readonly message?: string;
	readonly error?: { readonly summary?: string };
};

/** How long a package registry may take to answer. */
const PATIENCE_MS = 15_000;

/** Asks the registry this machine uses; it ends with an error both when there are findings and when none came. */
const audit = (): Promise<Audit | null> =>
	new Promise((resolve) => {
		execFile('npm', ['audit', '--omit=dev', '--json'], { timeout: PATIENCE_MS }, (_error, stdout) => {
			try {
				resolve(JSON.parse(stdout) as Audit);
			} catch {
				resolve(null);
			}
		});
	});

test('nothing that goes to the crew’s devices or runs on the server has a known hole of high severity', async ({
	skip
}) => {
	const said = await audit();
	if (!said?.metadata) {
		const why = said?.error?.summary || said?.message?.replace(/ - .*/, '') || 'it did not answer in time';
		// Said aloud: a skipped test is otherwise a line among thousands.
		console.warn(`Skipped: the package registry gave no audit (${why}).`);
		skip(why);
	}
	const high = Object.entries(said?.vulnerabilities ?? {})
		.filter(([, { severity }]) => severity === 'high' || severity === 'critical')
		.map(([name, { severity, range }]) => `${name} ${range}: ${severity}`);
	expect(high, 'update these, or leave them out').toEqual([]);
});
