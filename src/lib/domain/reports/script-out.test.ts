import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { counting, production } from '../schedule/testing/plan-of.ts';
import { emptyPlan } from '../schedule/plan.ts';
import { planOfImport } from '../schedule/plan-of-script.ts';
import { readFdx, readFountain, writeFdx } from '../scripts/index.ts';
import { scriptOf } from './script-out.ts';

test('a script that became a plan goes out as Final Draft and comes in again with the same scenes', () => {
	const script = readFountain(readFileSync('tests/fixtures/scripts/rain-money.fountain', 'utf8'));
	const plan = { ...emptyPlan(production({ title: 'Rain Money' })), ...planOfImport(script, counting()) };
	const texts = new Map(script.scenes.map(({ number, heading, text }) => [number, { heading, body: text }]));
	const again = readFdx(
		writeFdx(scriptOf(plan, (id) => texts.get(plan.scenes.get(id)?.number ?? '') ?? null))
	);
	const said = ({ scenes }: typeof script) =>
		scenes.map(({ number, episode, intExt, time, set, eighths, cast, text, omitted }) => ({
			...{ number, episode, intExt, time, set: set.toLowerCase(), eighths, text, omitted },
			cast: [...cast].sort()
		}));
	expect(again.scenes.length).toBeGreaterThan(5);
	expect(said(again)).toEqual(said(script));
});
