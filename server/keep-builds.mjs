import {
	cpSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { dirname, join } from 'node:path';

/** Files whose names say what is in them: the same name never means something else, whichever build it is from. */
const IMMUTABLE = 'client/_app/immutable';
const LIST = 'builds.json';

/** @returns {string[]} paths below a folder, in order */
const filesIn = (/** @type {string} */ folder) =>
	existsSync(folder)
		? readdirSync(folder, { recursive: true, withFileTypes: true })
				.filter((entry) => entry.isFile())
				.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
				.sort()
		: [];

/**
 * Has a SvelteKit adapter leave the last builds' parts in place: a page that was opened before an update and has no
 * service worker yet still asks for them.
 * @param {import('@sveltejs/kit').Adapter} adapter writes a build into `out`
 * @param {string} out
 * @param {number} most so many builds are served, the new one included
 * @returns {import('@sveltejs/kit').Adapter}
 */
export function keepBuilds(adapter, out, most) {
	const parts = join(out, IMMUTABLE);
	return {
		...adapter,
		async adapt(builder) {
			const aside = builder.getBuildDirectory('builds-before');
			const before = buildsOf(out);
			rmSync(aside, { recursive: true, force: true });
			mkdirSync(dirname(aside), { recursive: true });
			if (existsSync(parts)) renameSync(parts, aside);
			await adapter.adapt(builder);
			const made = filesIn(parts);
			const older = before.filter((files) => files.join() !== made.join()).slice(0, most - 1);
			for (const file of new Set(older.flat())) {
				if (!existsSync(join(parts, file)) && existsSync(join(aside, file))) {
					cpSync(join(aside, file), join(parts, file));
				}
			}
			writeFileSync(join(out, LIST), JSON.stringify([made, ...older]));
			rmSync(aside, { recursive: true, force: true });
		}
	};
}

/** @returns {string[][]} the parts of each build there is, the newest first */
function buildsOf(/** @type {string} */ out) {
	try {
		return JSON.parse(readFileSync(join(out, LIST), 'utf8'));
	} catch {
		const files = filesIn(join(out, IMMUTABLE));
		return files.length > 0 ? [files] : [];
	}
}
