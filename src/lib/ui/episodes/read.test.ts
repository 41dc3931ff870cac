import { describe, expect, test } from 'vitest';
import type { SceneId } from '#lib/domain/ids.ts';
import { en } from '../text/en.ts';
import * as read from './read.ts';
import { language } from '../text/index.svelte.ts';

await language.complete();
const value = (taken: ReturnType<typeof read.readCheck>): unknown => (taken.ok ? taken.value : taken.why);
const wrong = en.episodes.wrong;

describe('an episode’s cell reads', () => {
	test.each([
		['7', 7],
		[' 第12集 ', 12],
		['Episode 3', 3],
		['１０', 10],
		['7.0', 7],
		['7-1', wrong.number],
		['', wrong.number],
		['12345', wrong.number]
	])('a number written %s', (typed, expected) => expect(value(read.readNumber(typed))).toBe(expected));

	test.each([
		['90', 90],
		['1:30', 90],
		['1：30', 90],
		['1分30秒', 90],
		['2 min', 120],
		['75 s', 75],
		['90.0', 90],
		['1:75', wrong.seconds],
		['long', wrong.seconds],
		['', wrong.secondsMissing]
	])('a length written %s', (typed, expected) => expect(value(read.readSeconds(typed, true))).toBe(expected));

	test.each([
		['platform review', 'platform-review'],
		['Platform-Review', 'platform-review'],
		['平台审核', 'platform-review'],
		['拍完', 'shot'],
		['Online', 'online']
	])('a status written %s', (typed, expected) => expect(value(read.readStatus(typed))).toBe(expected));

	test('a status it doesn’t know with all it does know', () => {
		expect(value(read.readStatus('almost'))).toMatch(/None of these: Outline, Script/);
	});

	test('free or paid, in either language', () => {
		expect(['paid', '付费', 'FREE', '免费'].map((typed) => value(read.readAccess(typed)))).toEqual([
			'paid',
			'paid',
			'free',
			'free'
		]);
	});

	test('yes and no as sheets have them', () => {
		expect(['x', '是', 'TRUE', '1', '', '否', '0'].map((typed) => value(read.readCheck(typed)))).toEqual([
			true,
			true,
			true,
			true,
			false,
			false,
			false
		]);
		expect(value(read.readCheck('perhaps'))).toBe(wrong.check);
	});

	test.each([
		['9.9', 'CNY', 990],
		['¥ 9,90', 'CNY', 990],
		['9.90元', 'CNY', 990],
		['500', 'JPY', 500],
		['5.5', 'JPY', wrong.price],
		['9.999', 'CNY', wrong.price],
		['-1', 'CNY', wrong.price],
		['', 'CNY', null]
	])('a price written %s in %s', (typed, currency, expected) =>
		expect(value(read.readPrice(typed, currency))).toBe(expected)
	);

	test('scene numbers in any list, and says which is not there', () => {
		const scenes = ['7-1', '7-2', '7-2A'].map((number) => ({ id: `id-${number}` as SceneId, number }));
		expect(value(read.readScenes('7-1、7-2a', scenes))).toEqual(['id-7-1', 'id-7-2A']);
		expect(value(read.readScenes('7-1 8-1', scenes))).toBe(wrong.scene('8-1'));
		expect(value(read.readScenes('', scenes))).toEqual([]);
	});

	test('deliverables by their word in either language, and the production’s own', () => {
		const all = ['master', 'cover', 'behind the scenes'];
		expect(
			value(read.readNames('9:16 master、封面, Behind the scenes', all, en.episodes.deliverable))
		).toEqual(all);
		expect(value(read.readNames('poster', all, en.episodes.deliverable))).toBe(wrong.names('poster'));
	});
});
