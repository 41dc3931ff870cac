import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** The token file, theme by theme: name without dashes → hex. */
const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const THEMES = ['paper', 'dark', 'set'] as const;
const tokens = new Map(
	THEMES.map((theme) => {
		const block = css.split(`:root[data-theme='${theme}'] {`)[1]?.split('}')[0] ?? '';
		const pairs = [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)];
		return [theme, new Map(pairs.map((m) => [m[1] as string, m[2] as string]))];
	})
);

type Rgb = [number, number, number];
const linear = (c: number): number => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const rgb = (hex: string): Rgb =>
	[1, 3, 5].map((at) => linear(parseInt(hex.slice(at, at + 2), 16) / 255)) as Rgb;
const luminance = ([r, g, b]: Rgb): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;
const contrast = (one: string, other: string): number => {
	const [light, dark] = [luminance(rgb(one)), luminance(rgb(other))].sort((a, b) => b - a) as [
		number,
		number
	];
	return (light + 0.05) / (dark + 0.05);
};

/** CIE L*a*b* of linear light. */
const lab = ([r, g, b]: Rgb): Rgb => {
	const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27 / 116) * t + 16 / 116);
	const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
	const y = f(luminance([r, g, b]));
	const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
	return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
};
const distance = (one: Rgb, other: Rgb): number => Math.hypot(...one.map((v, i) => v - (other[i] as number)));

/** How red-blind (protan) and green-blind (deutan) eyes see linear light: Machado, Oliveira, Fernandes 2009. */
const EYES: Record<string, number[][]> = {
	protan: [
		[0.152286, 1.052583, -0.204868],
		[0.114503, 0.786281, 0.099216],
		[-0.003882, -0.048116, 1.051998]
	],
	deutan: [
		[0.367322, 0.860646, -0.227968],
		[0.280085, 0.672501, 0.047413],
		[-0.01182, 0.04294, 0.968881]
	]
};
const seenBy = (rows: number[][], colour: Rgb): Rgb =>
	rows.map((row) =>
		Math.min(
			1,
			Math.max(
				0,
				row.reduce((sum, k, i) => sum + k * (colour[i] as number), 0)
			)
		)
	) as Rgb;

const GROUNDS = ['ground', 'surface', 'sunken', 'accent-soft'];
const STRIPS = ['di', 'de', 'dawn', 'dusk', 'ni', 'ne'];
const CAUSES = ['budget', 'launch', 'platform', 'regulator', 'slow', 'event'].map((c) => `cause-${c}`);

describe.each(THEMES)('in the %s theme', (theme) => {
	const colour = (name: string): string => {
		const hex = tokens.get(theme)?.get(name);
		if (!hex) throw new Error(`tokens.css has no --${name} in the ${theme} theme`);
		return hex;
	};
	const on = (ink: string, grounds: readonly string[], least: number): void => {
		for (const ground of grounds) {
			expect(contrast(colour(ink), colour(ground)), `${ink} on ${ground}`).toBeGreaterThanOrEqual(least);
		}
	};

	test.each(['text', 'text-2', 'accent', 'ok', 'warn', 'bad'])('%s is read on every ground', (ink) => {
		on(ink, GROUNDS, 4.5);
	});
	test('text holds 7.9, second text 5.3, accent 6.2 and status words 5.1 to one', () => {
		on('text', GROUNDS, 7.9);
		on('text-2', GROUNDS, 5.3);
		on('accent', GROUNDS, 6.2);
		for (const word of ['ok', 'warn', 'bad']) on(word, GROUNDS, 5.1);
	});
	test('the edge of a control is seen on every ground', () => on('edge', GROUNDS, 3.5));
	test('the focus ring is seen on every ground, and against its own inner ring', () =>
		on('focus', GROUNDS, 3));
	test('overtime and limit bars are seen on page and surface', () => {
		for (const bar of ['bar-over', 'bar-limit']) on(bar, ['ground', 'surface'], 3.3);
	});
	test('causes are seen on page and surface', () => {
		for (const cause of CAUSES) on(cause, ['ground', 'surface'], 3.3);
	});
	test('ink is read on accent and on bad', () => {
		on('accent-ink', ['accent'], 4.5);
		on('bad-ink', ['bad', 'bar-limit'], 4.5);
	});
	test('letters are read on everybody’s picture', () => {
		for (let hue = 0; hue < 8; hue++) on('presence-ink', [`presence-${hue}`], 4.5);
	});
	test.each(STRIPS)('the letters on strip %s are read', (strip) => {
		on(`strip-${strip}-ink`, [`strip-${strip}`], 4.5);
	});
	test.each([1, 2, 3, 4])('the figure on heat step %i is read', (step) => {
		on(`heat-${step}-ink`, [`heat-${step}`], 4.5);
	});
	test.each(Object.keys(EYES))('the four main strips are told apart by %s eyes', (eyes) => {
		const seen = ['di', 'de', 'ni', 'ne'].map((s) =>
			lab(seenBy(EYES[eyes] as number[][], rgb(colour(`strip-${s}`))))
		);
		for (const [at, one] of seen.entries()) {
			for (const other of seen.slice(at + 1)) expect(distance(one, other)).toBeGreaterThanOrEqual(24);
		}
	});
});

test('on paper the strips go down in even steps of lightness, so kind survives greyscale', () => {
	const steps = STRIPS.map((s) => lab(rgb(tokens.get('paper')?.get(`strip-${s}`) as string))[0]);
	for (const [at, step] of steps.slice(1).entries()) {
		expect((steps[at] as number) - step).toBeGreaterThanOrEqual(10.5);
	}
});

test('every theme names the same tokens', () => {
	const names = THEMES.map((t) => [...(tokens.get(t)?.keys() ?? [])].sort());
	expect(names[1]).toEqual(names[0]);
	expect(names[2]).toEqual(names[0]);
});
