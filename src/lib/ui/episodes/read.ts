/** What people type into an episode's cells, in either language and either width. */
import type { SceneId } from '#lib/domain/ids.ts';
import { EPISODE_STATUSES, type Episode, type Scene } from '#lib/domain/schedule/records.ts';
import type { Taken } from '../grid/types.ts';
import { episodes as en } from '../text/en/episodes.ts';
import { grid as enGrid } from '../text/en/grid.ts';
import { text } from '../text/index.svelte.ts';
import { episodes as zh } from '../text/zh-Hans/episodes.ts';
import { grid as zhGrid } from '../text/zh-Hans/grid.ts';

const took = (value: unknown): Taken => ({ ok: true, value });
const not = (why: string): Taken => ({ ok: false, why });

/** Full-width digits and letters as half-width, outer space gone. */
const plain = (typed: string): string => typed.normalize('NFKC').trim();
const key = (typed: string): string =>
	plain(typed)
		.toLowerCase()
		.replace(/[\s_,，、-]+/g, '');

const LONGEST = 4000;

export const readText = (typed: string): Taken => {
	const words = typed.trim();
	return words.length > LONGEST ? not(text.episodes.wrong.long(LONGEST)) : took(words);
};

/** An episode's number; "Episode 7" and "第7集" as sheets have it too. */
export function readNumber(typed: string): Taken {
	const figures = /^(?:ep(?:isode)?\.?\s*|第)?\s*(\d{1,4})(?:\.0+)?\s*集?$/i.exec(plain(typed));
	return figures ? took(Number(figures[1])) : not(text.episodes.wrong.number);
}

/** A length: "90", "90 s", "1:30", "1 min 30", "1分30秒". Empty is nothing where that is allowed. */
export function readSeconds(typed: string, needed: boolean): Taken {
	const given = plain(typed);
	if (given === '') return needed ? not(text.episodes.wrong.secondsMissing) : took(null);
	const bare = /^(\d{1,5})(?:[.,]\d+)?\s*(?:s|sec|秒)?$/i.exec(given);
	if (bare) return took(Number(bare[1]));
	const parts = /^(\d{1,3})\s*(?::|m|min|分|分钟|')\s*(?:(\d{1,2})\s*(?:s|sec|秒|"|'')?)?$/i.exec(given);
	if (!parts || Number(parts[2] ?? 0) > 59) return not(text.episodes.wrong.seconds);
	return took(Number(parts[1]) * 60 + Number(parts[2] ?? 0));
}

const YES = new Set(['1', 'y', 'yes', 'true', 'x', '✓', '✔', '√', '是', '有', '对', enGrid.yes, zhGrid.yes]);
const NO = new Set(['', '0', 'n', 'no', 'false', '✗', '×', '否', '无', enGrid.no, zhGrid.no]);

export function readCheck(typed: string): Taken {
	const said = plain(typed).toLowerCase();
	if (YES.has(said) || typed === text.grid.yes) return took(true);
	if (NO.has(said) || typed === text.grid.no) return took(false);
	return not(text.episodes.wrong.check);
}

/** One of a few, by its word in either language or the one on screen. */
function readChoice<W extends string>(
	typed: string,
	keys: readonly W[],
	words: readonly Readonly<Record<W, string>>[]
): Taken {
	const said = key(typed);
	const found = keys.find((one) => key(one) === said || words.some((of) => key(of[one]) === said));
	if (found) return took(found);
	const shown = words[0] as Readonly<Record<W, string>>;
	return not(text.episodes.wrong.choice(keys.map((one) => shown[one]).join(', ')));
}

export const readStatus = (typed: string): Taken =>
	readChoice(typed, EPISODE_STATUSES, [text.episodes.statuses, en.statuses, zh.statuses]);

export const readAccess = (typed: string): Taken =>
	readChoice<Episode['access']>(typed, ['free', 'paid'], [text.episodes.access, en.access, zh.access]);

/** Names separated by commas, semicolons or lines; each one of those there are. */
export function readNames(typed: string, all: readonly string[], word: (name: string) => string): Taken {
	const found = new Set<string>();
	for (const part of typed.split(/[,，、;；\n]+/)) {
		const said = key(part);
		if (said === '') continue;
		const name = all.find((one) =>
			[one, word(one), en.deliverable(one), zh.deliverable(one)].some((known) => key(known) === said)
		);
		if (name === undefined) return not(text.episodes.wrong.names(part.trim()));
		found.add(name);
	}
	return took([...found]);
}

/** Scene numbers as they are written in lists: "7-1 7-2", "7-1、7-2". */
export function readScenes(typed: string, scenes: readonly Pick<Scene, 'id' | 'number'>[]): Taken {
	const ids = new Set<SceneId>();
	for (const part of plain(typed).split(/[\s,，、;；]+/)) {
		if (part === '') continue;
		const named = scenes.filter(({ number }) => plain(number).toLowerCase() === part.toLowerCase());
		if (named.length === 0) return not(text.episodes.wrong.scene(part));
		for (const { id } of named) ids.add(id);
	}
	return took([...ids]);
}

/** How many of its smallest units a currency has: 100 fen, 1 yen. */
export function unitsOf(currency: string): number {
	try {
		const { maximumFractionDigits } = new Intl.NumberFormat('en', {
			style: 'currency',
			currency
		}).resolvedOptions();
		return 10 ** (maximumFractionDigits ?? 2);
	} catch {
		return 100;
	}
}

/** A price in the smallest unit of the currency: "9.90", "¥ 9,90", "9.9元". Empty: none. */
export function readPrice(typed: string, currency: string): Taken {
	const given = plain(typed).replace(/[\p{Sc}\p{L}\s]/gu, '');
	if (given === '' && plain(typed) === '') return took(null);
	const sum = /^(\d{1,7})(?:[.,](\d{1,3}))?$/.exec(given);
	const units = unitsOf(currency);
	const cents = sum ? Number(`${sum[1]}.${sum[2] ?? '0'}`) * units : NaN;
	if (!sum || Math.abs(cents - Math.round(cents)) > 1e-6) return not(text.episodes.wrong.price);
	return took(Math.round(cents));
}

export const writePrice = (price: number | null, currency: string): string => {
	if (price === null) return '';
	const units = unitsOf(currency);
	return (price / units).toFixed(units === 1 ? 0 : Math.round(Math.log10(units)));
};
