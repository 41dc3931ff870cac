import { describe, expect, test } from 'vitest';
import { ABOUT_LINEAR, growth } from '../testing/growth.ts';
import { updateOf, type WrittenRun } from '../testing/large-frames.ts';
import { checkUpdate } from './check-update.ts';
import { DocumentKnowledge } from './known.ts';

const SENDER = { user: 'mei', maxBytes: Infinity, signed: () => true };
const count = (n: number): number[] => Array.from({ length: n }, (_, at) => at);

/** A document as the server knows it: followed from its first update on, or loaded from what is stored. */
function known(
	stored: readonly Uint8Array[] = [],
	ends: readonly (readonly [number, number])[] = []
): DocumentKnowledge {
	const all = new DocumentKnowledge(new Map(ends), new Map(), false, () => stored);
	if (stored.length === 0) all.followFromTheStart();
	return all;
}

const taken = (update: Uint8Array): void => {
	const document = known();
	const verdict = checkUpdate(update, SENDER, document);
	if (!verdict.ok || !verdict.bytes) throw new Error('the frame was not taken');
	document.accept(verdict, 'mei');
};

/** Lists of two client ids, each beside the last of the other: depth 1, all of them. */
const toAndFro = (n: number): Uint8Array =>
	updateOf([
		{
			client: 9,
			clock: 0,
			structs: count(n).map((at) => ({ container: at === 0 ? { root: 'list' } : { origin: [5, at - 1] } }))
		},
		{ client: 5, clock: 0, structs: count(n).map((at) => ({ container: { origin: [9, at] } })) }
	]);

/** One client's deleted text, with every second letter deleted again from its end on. */
const backwards = (n: number): Uint8Array =>
	updateOf(
		[{ client: 5, clock: 0, structs: [{ gone: 2 * n }] }],
		[[5, count(n).map((at) => [2 * (n - 1 - at), 1] as const)]]
	);

/** Many people's runs that lean on the last of two who answer each other. */
const blocked = (n: number): Uint8Array => {
	const talking: WrittenRun[] = [3, 2].map((client) => ({
		client,
		clock: 0,
		structs: count(10 * n).map((at) => ({
			value: 1,
			lies: client === 2 ? { origin: [3, at] } : at === 0 ? { root: 'list' } : { origin: [2, at - 1] }
		}))
	}));
	const waiting = count(n).map((at): WrittenRun => ({
		client: 2000 - at,
		clock: 0,
		structs: [{ value: 1, lies: { origin: [2, 10 * n - 1] } }]
	}));
	return updateOf([...waiting, ...talking]);
};

describe('sixteen times as much in one frame costs about sixteen times as much', { timeout: 60_000 }, () => {
	const frames: readonly (readonly [string, number, (n: number) => Uint8Array])[] = [
		['lists of two people, each beside the last of the other', 500, toAndFro],
		['deletions from the end to the beginning', 5000, backwards],
		['people’s changes that wait for the last of two others', 50, blocked]
	];
	test.for(frames)('%s', ([, size, frame]) => {
		const times = growth(size, (n) => {
			const update = frame(n);
			return () => taken(update);
		});
		expect(times).toBeLessThan(ABOUT_LINEAR);
	});
});

describe(
	'a document that holds sixteen times as much is known again in about sixteen times as long',
	{ timeout: 60_000 },
	() => {
		test('lists of two people, each beside the last of the other', () => {
			const times = growth(500, (n) => {
				const document = known(
					[toAndFro(n)],
					[
						[9, n],
						[5, n]
					]
				);
				return () => expect(document.depth(5, n - 1)).toBe(1);
			});
			expect(times).toBeLessThan(ABOUT_LINEAR);
		});

		test('deletions from the end to the beginning, in one row or in many', () => {
			const times = growth(5000, (n) => {
				const rows = count(n / 100).map((at) =>
					updateOf([], [[5, count(100).map((each) => [2 * (n - at * 100 - each), 1] as const)]])
				);
				const document = known([backwards(n), ...rows], [[5, 2 * n]]);
				return () => expect(document.isDeleted(5, 0, 1)).toBe(true);
			});
			expect(times).toBeLessThan(ABOUT_LINEAR);
		});
	}
);
