/** `npm run bench:sync [-- SCENARIO…] [--runs N]`: see the README beside this file. */
import { checks } from './checks.ts';
import { quantile } from './machine.ts';
import { coldjoin } from './scenarios/coldjoin.ts';
import { fanout } from './scenarios/fanout.ts';
import { growth } from './scenarios/growth.ts';
import { hostile } from './scenarios/hostile.ts';
import { kill } from './scenarios/kill.ts';
import { memoryOf } from './scenarios/memory.ts';
import type { Measured, Scenario } from './scenarios/scenario.ts';
import { stalled } from './scenarios/stalled.ts';
import { storm } from './scenarios/storm.ts';
import { installed, Target } from './targets.ts';

const SCENARIOS: readonly Scenario[] = [fanout, kill, coldjoin, storm, memoryOf, stalled, hostile, growth];
const words = process.argv.slice(2);
const runsAt = words.indexOf('--runs');
const runs = runsAt < 0 ? 3 : Number(words[runsAt + 1]);
const wanted = words.filter((word, n) => !word.startsWith('--') && (runsAt < 0 || n !== runsAt + 1));
const kinds = installed();
console.log(`Node ${process.version}; ${kinds.map(({ name }) => name).join(', ')}; medians of ${runs}`);

for (const scenario of SCENARIOS) {
	if (wanted.length > 0 && !wanted.includes(scenario.name)) continue;
	const rows = new Map<string, Measured[]>();
	// Run by run and not server by server: a busy minute of the machine then hits all of them.
	for (let run = 0; run < runs; run++) {
		for (const kind of kinds) {
			if (scenario.keeps && !kind.keeps) continue;
			const target = await Target.start(kind, scenario.documents);
			try {
				rows.set(kind.name, [...(rows.get(kind.name) ?? []), await scenario.run(target)]);
			} catch (error) {
				console.log(
					`${scenario.name}, ${kind.name}: ${error instanceof Error ? error.message : String(error)}`
				);
			} finally {
				await target.end();
			}
		}
	}
	print(scenario.name, rows);
}
if (wanted.length === 0 || wanted.includes('checks')) {
	// Several times over: the first are compiled while they run.
	print('checks', new Map([['ours', Array.from({ length: 7 }, checks)]]));
}
process.exit(0);

function print(name: string, rows: ReadonlyMap<string, readonly Measured[]>): void {
	const servers = [...rows.keys()];
	const figures = new Set([...rows.values()].flat().flatMap((row) => Object.keys(row)));
	const middle = (server: string, figure: string): number =>
		quantile(
			(rows.get(server) ?? []).flatMap((row) => row[figure] ?? []),
			0.5
		);
	const shown = (value: number): string =>
		Number.isNaN(value)
			? '–'
			: Math.abs(value) >= 100 || Number.isInteger(value)
				? value.toFixed(0)
				: value.toPrecision(3);
	console.log(`\n${name.padEnd(28)}${servers.map((server) => server.padStart(13)).join('')}  ours ÷`);
	for (const figure of figures) {
		const values = servers.map((server) => middle(server, figure));
		const ratios = servers
			.slice(1)
			.map((server, n) => `${server} ${shown((values[0] ?? NaN) / (values[n + 1] ?? NaN))}`);
		console.log(
			`  ${figure.padEnd(26)}${values.map((value) => shown(value).padStart(13)).join('')}  ${ratios.join(', ')}`
		);
	}
}
