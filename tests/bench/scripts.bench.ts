import { readFountain, readScript, writeFdx, type ReadScript } from '../../src/lib/domain/scripts/index.ts';

type Figure = { name: string; value: number; unit: string; note?: string };

const SETS = [
	'TEA HOUSE - BACK ROOM',
	'CHEN TOWER - LOBBY',
	'HARBOUR BRIDGE',
	'HOSPITAL - CORRIDOR',
	'ROOFTOP'
];
const CAST = ['LIN WAN', 'CHEN MO', 'MRS. CHEN', 'RECEPTIONIST', 'NURSE', 'DRIVER'];
const HAN_SETS = ['陈家别墅·客厅', '医院走廊', '天台', '机场', '陈氏集团·大堂'];
const HAN_CAST = ['林晚', '陈默', '陈母', '护士', '小唐'];
const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** A series of so many scenes, four an episode, about three eighths each: the same text every time. */
function fountain(scenes: number): string {
	const text = ['Title: Rain Money', 'Author: The bench', ''];
	for (let i = 0; i < scenes; i++) {
		if (i % 4 === 0) text.push(`# Episode ${i / 4 + 1}: Part ${i / 4 + 1}`, '');
		const light = at(['DAY', 'NIGHT', 'CONTINUOUS', 'DUSK'], i);
		text.push(`${at(['INT', 'EXT', 'INT./EXT'], i)}. ${at(SETS, i * 3)} - ${light} #${i + 1}#`, '');
		text.push(
			'= She learns what the ledger says.',
			'',
			'Rain on a tin roof. Nobody moves. [[Props: ledger]]',
			''
		);
		for (let j = 0; j < 4; j++) {
			text.push(
				at(CAST, i + j) + (j === 1 ? ' (V.O.)' : ''),
				'(quietly)',
				'You knew all along, and you said nothing.',
				''
			);
		}
	}
	return text.join('\n');
}

/** The same as a Chinese script, in 集-场 numbers. */
function chinese(scenes: number): string {
	const text: string[] = ['《替身新娘》', ''];
	for (let i = 0; i < scenes; i++) {
		const episode = Math.floor(i / 4) + 1;
		if (i % 4 === 0) text.push(`第${episode}集 归来`, '');
		text.push(
			`${episode}-${(i % 4) + 1} ${at(['日', '夜', '黄昏'], i)} ${at(['内', '外'], i)} ${at(HAN_SETS, i * 3)}`
		);
		text.push(`人物：${at(HAN_CAST, i)}、${at(HAN_CAST, i + 1)}`, '△大雨落在铁皮屋顶上，没有人动。');
		for (let j = 0; j < 4; j++) text.push(`${at(HAN_CAST, i + (j % 2))}（低声）：你早就知道，却什么都没说。`);
		text.push('');
	}
	return text.join('\n');
}

/** The same as Final Draft keeps it, with a length, a summary, tags and cast in every scene. */
function finalDraft(scenes: number): string {
	const script = readFountain(fountain(scenes));
	const elements = [{ category: 'props' as const, name: 'ledger' }];
	return writeFdx({ ...script, scenes: script.scenes.map((scene) => ({ ...scene, elements })) });
}

/** The middle of nine runs, after two to warm up, in milliseconds. */
function time(bytes: Uint8Array, scenes: number): number {
	const runs: number[] = [];
	for (let run = 0; run < 11; run++) {
		const before = performance.now();
		const read = readScript(bytes);
		if (run > 1) runs.push(performance.now() - before);
		check(read.ok ? read.script : null, scenes);
	}
	return runs.sort((a, b) => a - b)[4] as number;
}

function check(script: ReadScript | null, scenes: number): void {
	if (script?.scenes.length !== scenes) throw new Error(`read ${script?.scenes.length} scenes of ${scenes}`);
}

/** Script import: 500 scenes from bytes to the preview's values, and how that grows at twice and five times. */
export async function bench(): Promise<Figure[]> {
	const figures: Figure[] = [];
	for (const [name, make] of [
		['Fountain', fountain],
		['Chinese script', chinese],
		['Final Draft', finalDraft]
	] as const) {
		const bytes = [500, 1000, 2500].map((scenes) => new TextEncoder().encode(make(scenes)));
		const [one, two, five] = bytes.map((of, i) => time(of, [500, 1000, 2500][i] as number)) as [
			number,
			number,
			number
		];
		const size = `${Math.round((bytes[0]?.length ?? 0) / 1000)} KB`;
		figures.push({ name: `${name} import, 500 scenes`, value: round(one), unit: 'ms', note: size });
		figures.push({ name: `${name} import, 1,000 scenes`, value: round(two), unit: 'ms' });
		figures.push({ name: `${name} import, 2,500 scenes`, value: round(five), unit: 'ms' });
		figures.push({
			name: `${name} import, growth at 5×`,
			value: round(five / one),
			unit: '×',
			note: `linear is 5; at 2× it is ${round(two / one)}`
		});
	}
	return figures;
}

const round = (value: number): number => Math.round(value * 100) / 100;
