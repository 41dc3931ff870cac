import { dayAndTime, type Language } from '../format.ts';
import { text } from '../text/index.svelte.ts';
import type { AccessState } from './people.ts';

/** How somebody stands with the invitations, in words. */
export const accessText = (state: AccessState, language: Language): string =>
	state.kind === 'open'
		? text.people.status.open(dayAndTime(state.until, language))
		: text.people.status[state.kind];
