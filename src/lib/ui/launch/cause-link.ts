import type { SettledTo } from '#lib/domain/launch/compression/settle.ts';
import { text } from '../text/index.svelte.ts';
import type { LaunchHrefs } from './types.ts';

/** Where a cause's figures can be looked at and changed; null where that is nowhere to go. */
export function causeLink(cause: SettledTo, hrefs: LaunchHrefs): { href: string; words: string } | null {
	const words = text.launch.openCause;
	if (cause === 'budget') return hrefs.money === null ? null : { href: hrefs.money, words: words.budget };
	if (cause === 'platform' || cause === 'regulator') return { href: hrefs.requests, words: words.requests };
	if (cause === 'packing' || cause === 'slower') return { href: hrefs.board, words: words.board };
	return null;
}
