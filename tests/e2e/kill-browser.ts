import type { BrowserContext } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

type Process = { readonly group: number; readonly command: string };

/** What runs on this machine: from /proc where there is one, because a small image has no `ps`. */
function processes(): Process[] {
	if (!existsSync('/proc/self/stat')) {
		const said = execFileSync('ps', ['-A', '-ww', '-o', 'pgid=,args='], { encoding: 'utf8' });
		return said.split('\n').map((line) => ({ group: Number.parseInt(line, 10), command: line }));
	}
	return readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.flatMap((pid) => {
			try {
				const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
				// After the name, which may hold anything: state, parent, group.
				const [, , group] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
				return [{ group: Number(group), command }];
			} catch {
				// it ended meanwhile
				return [];
			}
		});
}

/** The process group of the browser that uses a profile. @throws Error when there is none, or more than one */
function groupOf(profile: string): number {
	const groups = new Set(
		processes()
			.filter(({ command }) => command.includes(`--user-data-dir=${profile}`))
			.map(({ group }) => group)
	);
	const [group] = groups;
	if (!group || groups.size > 1) throw new Error(`${groups.size} process groups use ${profile}`);
	return group;
}

/**
 * SIGKILL to a browser with all its processes, as a tablet's battery does it: no page is closed, nothing is flushed,
 * no goodbye is said.
 * @param profile the folder it was started with
 */
export async function killBrowser(context: BrowserContext, profile: string): Promise<void> {
	const gone = new Promise((done) => context.once('close', done));
	process.kill(-groupOf(profile), 'SIGKILL');
	await gone;
}
