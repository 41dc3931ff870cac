import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readFdx, readScript, writeFdx } from './index.ts';
import type { RefusalReason, ScriptResult } from './types.ts';

/** How many damaged files are read: few in every run, 100,000 in the long one, from a seed that is printed. */
const COUNT = Number(process.env.FUZZ ?? 1500);
const SEED = Number(process.env.FUZZ_SEED ?? (process.env.FUZZ ? Date.now() % 2 ** 31 : 20261125));
/** No file may take longer, whatever is in it. */
const SECONDS_MOST = 5;

const FOLDER = new URL('../../../../tests/fixtures/scripts/', import.meta.url);
const FILES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
	.filter((name) => /\.(?:fdx|fountain|txt)$/.test(name))
	.sort()
	.map((name) => ({ name, bytes: new Uint8Array(readFileSync(new URL(name, FOLDER))) }));
const REASONS: readonly RefusalReason[] = [
	'empty',
	'too-big',
	'not-text',
	'no-scenes',
	'too-many-scenes',
	'xml-damaged',
	'xml-doctype',
	'xml-too-deep',
	'xml-too-many'
];

/** What gets into files: by accident, and by people who mean it. */
const PIECES: readonly string[] = [
	...[
		'<',
		'>',
		'&',
		'"',
		'\0',
		'\uFEFF',
		'\uFFFD',
		']]>',
		'<!--',
		'-->',
		'<![CDATA[',
		'<?x',
		'?>',
		'&#x0;',
		'&lol;',
		'&#xD800;'
	],
	...[
		'<!DOCTYPE FinalDraft [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
		'<!DOCTYPE',
		'%PDF-1.7',
		'PK\u0003\u0004'
	],
	...[
		'</Paragraph>',
		'<Paragraph Type="Scene Heading">',
		'</Content>',
		'<Content>',
		'<DualDialogue>',
		'<OmittedScene>',
		'</FinalDraft>'
	],
	...[
		'<Text TagNumber="1">',
		'<Text a="1" a="2">',
		'<__proto__ constructor="x">',
		' Number="9" Number="9"',
		' Length="1e999"'
	],
	...[
		'INT. X - DAY\n\n',
		'\n\n# Episode 2\n\n',
		'[[',
		'/*',
		'第3集 第2场',
		'1-1 日 内 家',
		'人物：',
		'\r',
		'\u2028',
		'𝒳',
		'(((((((('
	],
	'<a>'.repeat(10_000),
	'&lt;'.repeat(500),
	'&'.repeat(500)
];

/** Numbers from 0 to below `most`, the same from the same seed (mulberry32). */
function chance(seed: number): (most: number) => number {
	let state = seed >>> 0;
	return (most) => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(1, most);
	};
}

const joined = (...parts: readonly Uint8Array[]): Uint8Array => {
	const out = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		out.set(part, at);
		at += part.length;
	}
	return out;
};

function damaged(bytes: Uint8Array, pick: (most: number) => number): Uint8Array {
	const at = pick(bytes.length + 1);
	const to = at + pick(Math.min(400, bytes.length - at + 1));
	const utf8 = new TextEncoder();
	switch (pick(7)) {
		case 0: {
			const out = bytes.slice();
			for (let i = pick(8); i >= 0; i--) out[pick(out.length)] = pick(256);
			return out;
		}
		case 1:
			return bytes.slice(0, at);
		case 2:
			return joined(bytes.subarray(0, at), bytes.subarray(to));
		case 3:
			return joined(bytes.subarray(0, to), bytes.subarray(at));
		case 4:
			return joined(bytes.subarray(0, at), bytes.subarray(pick(bytes.length)));
		case 5: {
			const other = FILES[pick(FILES.length)]?.bytes ?? bytes;
			return joined(bytes.subarray(0, at), other.subarray(pick(other.length)));
		}
		default:
			return joined(bytes.subarray(0, at), utf8.encode(PIECES[pick(PIECES.length)]), bytes.subarray(at));
	}
}

function check(read: ScriptResult): void {
	if (!read.ok) {
		expect(REASONS).toContain(read.reason);
		if (read.line !== undefined) expect(read.line).toBeGreaterThan(0);
		return;
	}
	const { scenes, eighths, warnings } = read.script;
	expect(scenes.length).toBeGreaterThan(0);
	expect(new Set(scenes.map(({ number }) => number)).size).toBe(scenes.length);
	expect(scenes.reduce((sum, scene) => sum + scene.eighths, 0)).toBe(eighths);
	expect(warnings.every(({ line }) => Number.isInteger(line) && line > 0)).toBe(true);
	expect(JSON.stringify(scenes).isWellFormed()).toBe(true);
}

describe('damaged files are read, or refused by one of our own reasons', () => {
	test(`${COUNT} files from seed ${SEED}`, { timeout: 60_000 + COUNT * 50 }, () => {
		console.warn(`fuzz: ${COUNT} damaged scripts, FUZZ_SEED=${SEED}`);
		let slowest = { ms: 0, run: 0 };
		for (let run = 0; run < COUNT; run++) {
			const pick = chance(SEED + run);
			const file = FILES[pick(FILES.length)];
			if (!file) throw new Error('no fixtures');
			let bytes: Uint8Array = file.bytes;
			for (let times = pick(3); times >= 0; times--) bytes = damaged(bytes, pick);
			const before = performance.now();
			try {
				const read = readScript(bytes, file.name);
				check(read);
				// What came in goes out again, and in.
				if (read.ok && run % 10 === 0) {
					expect(readFdx(writeFdx(read.script)).scenes.length).toBe(read.script.scenes.length);
				}
			} catch (error) {
				throw new Error(`${file.name}, damaged by FUZZ_SEED=${SEED + run} FUZZ=1`, { cause: error });
			}
			const ms = performance.now() - before;
			if (ms > slowest.ms) slowest = { ms, run };
		}
		expect(slowest.ms, `run ${slowest.run}`).toBeLessThan(SECONDS_MOST * 1000);
	});
});

/** A fifth of the size in every run, up to the whole 20 MB in the long one. */
const MEGA = process.env.FUZZ ? 1_000_000 : 200_000;
const wrap = (content: string): string =>
	`<?xml version="1.0"?>\n<FinalDraft Version="5">\n<Content>${content}</Content></FinalDraft>`;
const HEADING = '<Paragraph Type="Scene Heading"><Text>INT. A - DAY</Text></Paragraph>';
/** Each is made to be slow for careless readers. */
const HOSTILE: Record<string, () => string> = {
	'one text': () => wrap(`${HEADING}<Paragraph><Text>${'x'.repeat(15 * MEGA)}</Text></Paragraph>`),
	'a text of single marks': () =>
		wrap(`${HEADING}<Paragraph><Text>${'* '.repeat(5 * MEGA)}</Text></Paragraph>`),
	'lines in one paragraph': () =>
		wrap(`${HEADING}<Paragraph><Text>${'LIN\n'.repeat(2.5 * MEGA)}</Text></Paragraph>`),
	'one heading': () =>
		wrap(`<Paragraph Type="Scene Heading"><Text>INT. ${'A - '.repeat(2.5 * MEGA)}</Text></Paragraph>`),
	'one name': () =>
		wrap(`${HEADING}<Paragraph Type="Character"><Text>${'A('.repeat(5 * MEGA)}</Text></Paragraph>`),
	'one attribute': () => wrap(`<Paragraph Type="${'A '.repeat(7.5 * MEGA)}"/>`),
	'one length': () =>
		wrap(`<Paragraph Type="Scene Heading"><SceneProperties Length="${' '.repeat(15 * MEGA)}x"/></Paragraph>`),
	'attributes of one element': () =>
		wrap(`<Paragraph ${Array.from({ length: MEGA }, (_, i) => `a${i}=""`).join(' ')}/>`),
	'loose &': () => wrap(`${HEADING}<Text>${'& '.repeat(5 * MEGA)}</Text>`),
	'loose <': () => wrap(`${HEADING}<Text>${'< '.repeat(5 * MEGA)}</Text>`),
	'CDATA never closed': () => wrap(`${HEADING}${'<![CDATA['.repeat(2 * MEGA)}`),
	'comments never closed': () => wrap(`${HEADING}${'<!-- '.repeat(3 * MEGA)}`),
	'closing tags only': () => wrap(`${HEADING}${'</a>'.repeat(4 * MEGA)}`),
	'a DOCTYPE never closed': () => `<!DOCTYPE FinalDraft [${'<!ENTITY a "'.repeat(1.2 * MEGA)}`,
	'190,000 paragraphs of nothing': () => wrap(`${HEADING}${'<Paragraph/>'.repeat(190_000)}`),
	'4,900 scenes with 15 tags each': () =>
		wrap(
			Array.from(
				{ length: 4900 },
				(_, i) =>
					`<Paragraph Type="Scene Heading" Number="${i}">${'<Text TagNumber="1">x</Text>'.repeat(15)}</Paragraph>`
			).join('')
		),
	'90,000 runs in one paragraph': () =>
		wrap(`${HEADING}<Paragraph>${'<Text Style="Bold">x</Text>'.repeat(90_000)}</Paragraph>`),
	'60,000 different tags on one scene': () =>
		`<FinalDraft><Content>${HEADING}<Paragraph>${Array.from({ length: 60_000 }, (_, i) => `<Text TagNumber="${i}">x</Text>`).join('')}</Paragraph></Content><TagData><TagDefinitions>${Array.from({ length: 60_000 }, (_, i) => `<TagDefinition Id="${i}" Number="${i}" Label="thing ${i}"/>`).join('')}</TagDefinitions></TagData></FinalDraft>`,
	'100,000 arc beats on one scene': () =>
		wrap(
			`<Paragraph Type="Scene Heading"><SceneProperties><SceneArcBeats>${Array.from({ length: 100_000 }, (_, i) => `<CharacterArcBeat Name="N${i}"/>`).join('')}</SceneArcBeats></SceneProperties><Text>INT. A - DAY</Text></Paragraph>`
		)
};

describe('hostile Final Draft files are read in linear time', () => {
	test.each(Object.entries(HOSTILE))('%s', { timeout: 30_000 }, (_name, make) => {
		const text = make();
		expect(text.length).toBeLessThan(20_000_000);
		const before = performance.now();
		const read = readScript(text);
		expect(performance.now() - before).toBeLessThan(SECONDS_MOST * 1000);
		if (!read.ok) expect(REASONS).toContain(read.reason);
	});
});
