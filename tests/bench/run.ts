/**
 * `npm run bench`: runs every `*.bench.ts` here and prints what it measured. Absolute figures move with the
 * machine; ratios within one run hold. `npm run bench -- board scripts` runs some of them.
 */
import { readdirSync } from 'node:fs';
import { cpus } from 'node:os';

/** One measured figure. */
export type Figure = {
	readonly name: string;
	readonly value: number;
	readonly unit: string;
	readonly note?: string;
};

const wanted = process.argv.slice(2);
const files = readdirSync(import.meta.dirname)
	.filter((name) => name.endsWith('.bench.ts'))
	.filter((name) => wanted.length === 0 || wanted.some((word) => name.startsWith(word)))
	.sort();

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
for (const file of files) {
	const { bench } = (await import(new URL(file, import.meta.url).href)) as {
		bench: () => Promise<readonly Figure[]>;
	};
	console.log(`\n${file.replace('.bench.ts', '')}`);
	const figures = await bench();
	const width = Math.max(0, ...figures.map(({ name }) => name.length));
	for (const { name, value, unit, note } of figures) {
		const shown = Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 1);
		console.log(`  ${name.padEnd(width)}  ${shown.padStart(9)} ${unit}${note ? `  (${note})` : ''}`);
	}
}
