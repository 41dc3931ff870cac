/** Production A, "flow" (field guide 5): 80 short episodes in five days, on a stage, nearly all for a package. */
import { addDays } from '../../domain/calendar/day-key.ts';
import type { GateId, RequestId } from '../../domain/ids.ts';
import { gateRecord, requestRecord } from '../../domain/launch/records.ts';
import { newRow } from '../../domain/schedule/new-rows.ts';
import { CREW_A } from '../crews.ts';
import type { Part, Recipe } from '../recipe.ts';
import { seasonOf, type Arc } from '../story/patterns.ts';

const PARTS: readonly Part[] = [
	{ name: 'Su Mian · 苏眠', kind: 'lead' },
	{ name: 'Prince Yan · 燕王', kind: 'lead' },
	{ name: 'Consort Rong · 荣妃', kind: 'lead' },
	{ name: 'Eunuch Fu · 福公公', kind: 'support' },
	{ name: 'Cook Niu · 牛师傅', kind: 'support' },
	{ name: 'A Tao · 阿桃', kind: 'support' },
	{ name: 'General Huo · 霍将军', kind: 'support' },
	{ name: 'Empress Dowager · 太后', kind: 'support' },
	{ name: 'Physician Bai · 白太医', kind: 'support' },
	{ name: 'Minister Qi · 戚大人', kind: 'support' },
	{ name: 'Princess Ning · 宁公主', kind: 'support' },
	{ name: 'The Envoy · 使臣', kind: 'day' },
	{ name: 'Widow Jin · 金寡妇', kind: 'day' },
	{ name: 'The Emperor · 皇上', kind: 'support' }
];

const arc = (
	title: string,
	stake: string,
	[hero, rival, ally]: [number, number, number],
	[court, home, open]: [string, string, string]
): Arc => ({ title, stake, hero, rival, ally, court, home, open });

const ARCS: readonly Arc[] = [
	arc('Cold Palace', 'the recipe book', [1, 3, 6], ['hall', 'cold', 'yard']),
	arc('The Banquet', 'the seat by the throne', [1, 10, 5], ['banquet', 'kitchen', 'bridge']),
	arc('The Fever', 'the white ginseng', [1, 9, 6], ['clinic', 'cold', 'garden']),
	arc('The Prince', 'the jade seal', [2, 10, 7], ['hall', 'study', 'gate']),
	arc('The Market', 'the salt licence', [1, 13, 5], ['shop', 'kitchen', 'street']),
	arc('The Dowager', 'the phoenix pin', [1, 8, 4], ['dowager', 'cold', 'garden']),
	arc('The Envoy', 'the treaty', [2, 12, 11], ['banquet', 'study', 'gate']),
	arc('The Poison', 'the silver spoon', [1, 3, 9], ['clinic', 'kitchen', 'yard']),
	arc('The Uprising', 'the tiger tally', [2, 7, 6], ['hall', 'study', 'bridge']),
	arc('The Kitchen Throne', 'the imperial menu', [1, 14, 2], ['banquet', 'kitchen', 'yard'])
];

const stage = (name: string) => ({
	name,
	address: 'Hengdian Street 3 · 横店街3号',
	hospital: 'Wenrong Hospital · 文荣医院',
	hospitalAddress: '8 Yingbin Road · 迎宾路8号',
	hospitalPhone: '0579-5550 1200',
	latitude: 29.1532,
	longitude: 120.3015,
	hireBy: 'hour' as const
});

export const FLOW: Recipe = {
	title: 'Cold Palace, Hot Kitchen · 冷宫热灶',
	file: 'cold-palace',
	needs: [
		{ name: 'Palace maids ×12 · 宫女×12', category: 'background', when: /witnesses|whole room|laughs/i },
		{ name: 'Guards ×8 · 侍卫×8', category: 'background', when: /(?!)/, at: /gate|hall/i },
		{ name: 'Period costume, court · 朝服', category: 'wardrobe', when: /(?!)/, at: /hall|palace/i },
		{ name: 'Live fire and sparks · 明火', category: 'special-effects', when: /sparks|burns|candles/i },
		{ name: 'Lanterns ×30 · 宫灯×30', category: 'set-dressing', when: /lamp|light|candles/i },
		{ name: 'Envelope and letters · 信函', category: 'props', when: /envelope|letter|page/i },
		{ name: 'Kitchen props · 灶具', category: 'props', when: /breakfast/i, at: /kitchen/i }
	],
	production: {
		zone: 'Asia/Shanghai',
		currency: 'CNY',
		contractEpisodes: 80,
		contractSeconds: 6000,
		commission: 'mini-program',
		subject: 'general',
		pageMinutes: 50,
		moveMinutes: 75,
		setChangeMinutes: 10,
		callAt: 6 * 60 + 30,
		longestMinutes: 16 * 60
	},
	story: seasonOf(
		ARCS,
		PARTS.map((part) => part.name),
		80,
		210
	),
	targetSeconds: 75,
	eighths: 640,
	unlocks: [11, 45],
	unlockPrices: [690, 990],
	parts: PARTS,
	names: 'cn',
	crew: CREW_A,
	locations: {
		stage1: stage('Stage 1: halls · 一号棚'),
		stage2: stage('Stage 2: rooms · 二号棚'),
		lot: stage('Palace lot · 宫殿外景')
	},
	sets: {
		hall: ['Great hall · 正殿', 'stage1'],
		banquet: ['Banquet hall · 宴会厅', 'stage1'],
		dowager: ['Dowager’s palace · 慈宁宫', 'stage1'],
		cold: ['Cold palace · 冷宫', 'stage2'],
		kitchen: ['Imperial kitchen · 御膳房', 'stage2'],
		study: ['Prince’s study · 书房', 'stage2'],
		clinic: ['Physicians’ hall · 太医院', 'stage2'],
		shop: ['Salt shop · 盐铺', 'stage2'],
		yard: ['Palace yard · 宫院', 'lot'],
		garden: ['Imperial garden · 御花园', 'lot'],
		bridge: ['Stone bridge · 石桥', 'lot'],
		gate: ['Palace gate · 宫门', 'lot'],
		street: ['Market street · 集市', 'lot']
	},
	restDaysFromToday: [],
	days: 5,
	wrapped: 2,
	prepDays: 12,
	postDays: 26,
	waiting: 9,
	callShift: [],
	gates: ({ today, launch, makeId }) => [
		newRow(gateRecord, makeId<GateId>(), {
			kind: 'platform-review',
			round: 1,
			plannedOn: addDays(today, -4),
			decidedOn: addDays(today, -4),
			status: 'changes-asked'
		}),
		newRow(gateRecord, makeId<GateId>(), {
			kind: 'platform-review',
			round: 2,
			plannedOn: addDays(launch, -5)
		})
	],
	requests: ({ today, makeId }) => [
		newRow(requestRecord, makeId<RequestId>(), {
			from: 'platform',
			round: 1,
			number: 1,
			text: 'A stronger hook before the unlock point: she must win once by episode 10.',
			askedOn: addDays(today, -4),
			answer: 'negotiated',
			answerText: 'One scene instead of three, in episode 9.',
			answeredOn: addDays(today, -3)
		})
	]
};
