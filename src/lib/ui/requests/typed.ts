/** What people type into the forms of a request, read and judged: values or a sentence for each field. */
import { parseDuration, type Minutes } from '#lib/domain/calendar/duration.ts';
import type { EpisodeId } from '#lib/domain/ids.ts';
import { readPages } from '../board/read-pages.ts';
import { text } from '../text/index.svelte.ts';
import type { NewScenes, NewTask } from './types.ts';

/** A whole number between two bounds; null for anything else. */
export function whole(typed: string, least: number, most: number): number | null {
	const n = Number(typed.trim());
	return typed.trim() !== '' && Number.isInteger(n) && n >= least && n <= most ? n : null;
}

export type TypedScenes = { count: string; pages: string; episodeId: EpisodeId | '' };
export type TypedTask = { name: string; days: string; hours: string };

export const blankScenes = (): TypedScenes => ({ count: '0', pages: '4/8', episodeId: '' });
export const blankTask = (): TypedTask => ({ name: '', days: '1', hours: '' });

/** The longest a scene may be asked for: ten pages. */
const LONGEST = 80;

export function readScenes({ count, pages, episodeId }: TypedScenes): {
	readonly value: NewScenes | null;
	readonly wrong: { readonly count: string | null; readonly pages: string | null };
} {
	const words = text.requests.wrong;
	const n = whole(count === '' ? '0' : count, 0, 50);
	const eighths = readPages(pages);
	const isLong = eighths !== null && eighths >= 1 && eighths <= LONGEST;
	const wrong = {
		count: n === null ? words.count : null,
		pages: n !== 0 && !isLong ? words.pages : null
	};
	const isGood = n !== null && n > 0 && isLong;
	return { value: isGood ? { count: n, eighths, episodeId: episodeId || null } : null, wrong };
}

export function readTask({ name, days, hours }: TypedTask): {
	readonly value: NewTask | null;
	readonly wrong: { readonly days: string | null; readonly hours: string | null };
} {
	const words = text.requests.wrong;
	if (name.trim() === '') return { value: null, wrong: { days: null, hours: null } };
	const n = whole(days, 0, 99);
	// a bare number means hours here: nobody counts an edit in minutes
	const bare = whole(hours, 0, 999);
	const minutes: Minutes | null = hours.trim() === '' ? 0 : bare !== null ? bare * 60 : parseDuration(hours);
	return {
		value: n === null || minutes === null ? null : { name: name.trim(), days: n, workMinutes: minutes },
		wrong: { days: n === null ? words.days : null, hours: minutes === null ? words.hours : null }
	};
}
