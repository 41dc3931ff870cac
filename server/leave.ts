/** Going down: in order where that is possible, and in any case. */
import { log } from './log.ts';

/**
 * What to do when the process is asked to end, once however often it is asked.
 * @param ms after so long it ends all the same, with 1: a disk or a thread that never answers must not hold up a
 *   restart, and nothing that isn't on disk was acknowledged
 * @param close lets go of everything; the process ends with 0 when it has, with 1 when it couldn't
 */
export function leaving(ms: number, close: () => Promise<void>, exit: (code: 0 | 1) => void): () => void {
	let asked = false;
	let ended = false;
	const end = (code: 0 | 1): void => {
		if (ended) return;
		ended = true;
		exit(code);
	};
	return () => {
		if (asked) return;
		asked = true;
		const late = setTimeout(() => {
			log.error('closing', new Error(`not done after ${ms} ms; what wasn’t acknowledged is offered again`));
			end(1);
		}, ms);
		close()
			.then(() => end(0))
			.catch((error: unknown) => {
				log.error('closing', error);
				end(1);
			})
			.finally(() => clearTimeout(late));
	};
}
