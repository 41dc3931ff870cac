import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readFountain } from './fountain.ts';

const fixture = (name: string) =>
	readFileSync(new URL(`../../../../tests/fixtures/scripts/${name}`, import.meta.url), 'utf8');

describe('headings of Chinese scripts', () => {
	test.each([
		['第1集 第2场 日 内 医院', ['1-2', 1, 'int', 'day', '医院']],
		['第十二集第三场 夜 外 天台', ['12-3', 12, 'ext', 'night', '天台']],
		['第３集，第４场：清晨，外景，机场', ['3-4', 3, 'ext', 'dawn', '机场']],
		['第5场 外景 天台 黄昏', ['5', null, 'ext', 'dusk', '天台']],
		['1-1 日 内 沪上 张家', ['1-1', 1, 'int', 'day', '沪上 张家']],
		['1-1日 内 张家', ['1-1', 1, 'int', 'day', '张家']],
		['1-2 医院走廊 内 夜', ['1-2', 1, 'int', 'night', '医院走廊']],
		['1-2 内 医院走廊 夜', ['1-2', 1, 'int', 'night', '医院走廊']],
		['１－３　夜／内　医院走廊', ['1-3', 1, 'int', 'night', '医院走廊']],
		['34-1A 日内 咖啡馆', ['34-1A', 34, 'int', 'day', '咖啡馆']],
		['23-1，外，武当山玄岳门，日', ['23-1', 23, 'ext', 'day', '武当山玄岳门']],
		['**2-1 日 外 街道**', ['2-1', 2, 'ext', 'day', '街道']],
		['## 2-1 日 外 街道', ['2-1', 2, 'ext', 'day', '街道']],
		['【2-1 日 外 街道】', ['2-1', 2, 'ext', 'day', '街道']],
		['20、卫生间 日 内', ['20', null, 'int', 'day', '卫生间']],
		['场景3：咖啡馆 日 内', ['3', null, 'int', 'day', '咖啡馆']],
		['场景一 咖啡馆 日 内', ['1', null, 'int', 'day', '咖啡馆']],
		['场次：3-2 日 内 家', ['3-2', 3, 'int', 'day', '家']],
		['内景 咖啡馆 - 日', ['1', null, 'int', 'day', '咖啡馆']],
		['外景。天台。凌晨', ['1', null, 'ext', 'dawn', '天台']],
		['内外景 车内 夜', ['1', null, 'int-ext', 'night', '车内']],
		['内/外 车内 夜', ['1', null, 'int-ext', 'night', '车内']],
		['夜 内 客厅', ['1', null, 'int', 'night', '客厅']],
		['1-1 医院（夜，内）', ['1-1', 1, 'int', 'night', '医院']],
		['1-4 夜 内 医院（闪回）', ['1-4', 1, 'int', 'night', '医院']],
		['1-1 日 内 乡村公路/大巴车', ['1-1', 1, 'int', 'day', '乡村公路/大巴车']],
		['1-1 日 外 内蒙古草原', ['1-1', 1, 'ext', 'day', '内蒙古草原']]
	])('%s', (heading, expected) => {
		const script = readFountain(heading);
		expect(script.mode).toBe('chinese');
		expect(
			script.scenes.map(({ number, episode, intExt, time, set }) => [number, episode, intExt, time, set])
		).toEqual([expected]);
	});

	test.each([
		'第三场比赛开始了，他很紧张。',
		'10-15 分钟后，他来了。',
		'2024-12-01 上午',
		'内蒙古的草原很大。',
		'外面下着雨。',
		'内景很漂亮。',
		'日子一天天过去',
		'3-2 输给了对手'
	])('%s is a sentence, not a heading', (line) => {
		expect(readFountain(line).scenes).toEqual([]);
	});

	test('a bare number counts when it follows the one before, or labels stand below', () => {
		const text = '1-1\n时间：夜\n地点：医院走廊 内\n人物：林晚\n\n1-2\n\n走。\n\n3-9\n\n走。';
		expect(
			readFountain(text).scenes.map(({ number, set, time, intExt }) => [number, set, time, intExt])
		).toEqual([
			['1-1', '医院走廊', 'night', 'int'],
			['1-2', '', null, null]
		]);
	});
	test('场景：… is a heading of its own, or fills the one above it', () => {
		const text =
			'第1场\n场景：医院走廊 内\n时间：夜\n△走。\n\n场景：天台\n时间：黄昏\n内外：外\n人物：林晚\n△风。\n\n场景：车 日 内';
		expect(
			readFountain(text).scenes.map(({ number, set, time, intExt }) => [number, set, time, intExt])
		).toEqual([
			['1', '医院走廊', 'night', 'int'],
			['1A', '天台', 'dusk', 'ext'],
			['1B', '车', 'day', 'int']
		]);
	});
	test('an English heading among Chinese ones is seen as mixed', () => {
		expect(readFountain('INT. A - DAY\n\n1-2 日 内 医院').mode).toBe('mixed');
		expect(readFountain('.1-2 夜 外 天台').mode).toBe('fountain');
	});
});

describe('episodes', () => {
	test('第3集 stands without # and without an empty line', () => {
		const script = readFountain('第3集 耳光\n第1场 日 内 医院\n△走。\n第四集：归来\n第1场 夜 内 家');
		expect(script.episodes.map(({ number, title }) => [number, title])).toEqual([
			[3, '耳光'],
			[4, '归来']
		]);
	});
	test('numbers that start again in each episode become episode-scene, as crews shout them', () => {
		const script = readFountain('第1集\n第1场 日 内 A室\n第2场 日 内 B室\n第2集\n第1场 夜 内 A室');
		expect(script.scenes.map(({ number }) => number)).toEqual(['1-1', '1-2', '2-1']);
		expect(script.warnings.map(({ code }) => code)).toEqual(['numbers-restart']);
	});
	test('numbers that run through the series stay as they are', () => {
		const script = readFountain('第1集\n第1场 日 内 A室\n第2集\n第2场 夜 内 A室');
		expect(script.scenes.map(({ number }) => number)).toEqual(['1', '2']);
	});
	test('第3集完 ends an episode and begins none; 第三集团军 is text', () => {
		const script = readFountain('第3集\n3-1 日 内 家\n△走。\n第3集完\n第三集团军来了');
		expect(script.episodes).toHaveLength(1);
		expect(script.warnings).toEqual([]);
	});
	test('3-2 under the heading of episode 2 stays in episode 2, and is said', () => {
		const script = readFountain('第2集\n3-2 日 内 家\n3-3 日 内 家');
		expect(script.scenes.map(({ episode }) => episode)).toEqual([2, 2]);
		expect(script.warnings.map(({ code }) => code)).toEqual(['episode-mismatch', 'episode-mismatch']);
	});
});

describe('people', () => {
	const scene = (body: string) => readFountain(`1-1 日 内 家\n${body}`).scenes[0];
	test('人物 lists the cast, background apart', () => {
		expect(scene('人物：林晚、陈默（40岁），护士 等、群演若干')).toMatchObject({
			cast: ['林晚', '陈默', '护士'],
			notes: ['群演若干']
		});
	});
	test('林晚：你好 is a speech; remarks, OS and VO are not part of the name', () => {
		expect(
			scene('林晚：一。\n林晚（哭）：二。\n林晚（OS）：三。\n林晚OS：四。\n　　陈默：五。')?.cast
		).toEqual(['林晚', '陈默']);
	});
	test('action, captions, labels and narrators are not people', () => {
		const text =
			'△林晚：不是台词\n字幕：三年后\n旁白：她走了\n【特写：戒指】\n屏幕上写着：再见\n时间：夜\n她说：好\n时间到了：走';
		expect(scene(text)?.cast).toEqual([]);
	});
	test('who speaks without being listed is added, and said', () => {
		const script = readFountain('1-1 日 内 家\n人物：林晚\n陈默：你好。');
		expect(script.scenes[0]?.cast).toEqual(['林晚', '陈默']);
		expect(script.warnings).toMatchObject([{ code: 'speaker-not-listed', line: 3, data: { name: '陈默' } }]);
	});
	test('a listed name above its speech counts without @', () => {
		expect(readFountain('INT. 家 - 日\n\n人物：林晚\n\n林晚\n你好。\n').cast).toMatchObject([
			{ name: '林晚', lines: 1 }
		]);
	});
	test('names in the heading itself are cast', () => {
		expect(readFountain('第1场，小湖边，晨，张颖、王静').scenes[0]).toMatchObject({
			set: '小湖边',
			cast: ['张颖', '王静']
		});
		expect(readFountain('1-1 日 内 大巴车 人物：沈星晴、村民').scenes[0]).toMatchObject({
			set: '大巴车',
			cast: ['沈星晴', '村民']
		});
	});
});

test('a scene has the same length as a Chinese script and as Fountain', () => {
	const words = '你到底是谁？'.repeat(12);
	const chinese = readFountain(`1-1 日 内 家\n△她转身。\n林晚：${words}\n陈默：走。`);
	const fountain = readFountain(`.1-1 日 内 家\n\n她转身。\n\n@林晚\n${words}\n\n@陈默\n走。`);
	expect(chinese.eighths).toBe(fountain.eighths);
});

test('the fixture 替身新娘 has 3 episodes and 8 scenes in 集-场 numbers', () => {
	const script = readFountain(fixture('ti-shen.txt'));
	expect([script.title, script.mode, script.episodes.length]).toEqual(['替身新娘的复仇', 'chinese', 3]);
	expect(script.scenes.map(({ number, intExt, time, set }) => [number, intExt, time, set])).toEqual([
		['1-1', 'int', 'day', '陈家别墅·客厅'],
		['1-2', 'ext', 'night', '陈家别墅・花园'],
		['1-3', 'int', 'night', '医院走廊'],
		['2-1', 'ext', 'dawn', '机场'],
		['2-2', 'int', 'day', '陈氏集团·大堂'],
		['2-3', 'int', 'day', '陈氏集团·电梯'],
		['12-1', 'ext', 'dusk', '天台'],
		['12-2', 'int-ext', 'night', '车内']
	]);
	expect(script.scenes[0]?.cast).toEqual(['林晚', '陈默', '陈母']);
	expect(script.mergeSuggestions).toEqual([
		{ kind: 'character', names: ['小唐', '助理小唐'], reason: 'part-of' }
	]);
	expect(script.warnings.map(({ line, code }) => [line, code])).toEqual([
		[2, 'text-before-first-scene'],
		[40, 'speaker-not-listed'],
		[49, 'time-inherited'],
		[57, 'numbers-restart']
	]);
});
