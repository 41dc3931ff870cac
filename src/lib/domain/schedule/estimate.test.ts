import { describe, expect, it } from 'vitest';
import { estimate } from './estimate.ts';
import { newRow } from './new-rows.ts';
import { sceneRecord, stripRecord, type Scene, type Strip } from './records.ts';
import { production } from './testing/plan-of.ts';

const strip = (values: Partial<Strip> = {}) => newRow(stripRecord, 's' as Strip['id'], values);
const scene = (values: Partial<Scene> = {}) =>
	newRow(sceneRecord, 'c' as Scene['id'], { eighths: 11, ...values });

describe('how long a strip takes', () => {
	it('1 3/8 pages at 50 minutes a page take 69 minutes', () => {
		expect(estimate(strip(), scene(), production())).toEqual({ minutes: 69, basis: 'pages' });
	});

	it('set-ups go before pages: 5 set-ups of 16 minutes take 80', () => {
		expect(estimate(strip(), scene({ setups: 5 }), production())).toEqual({ minutes: 80, basis: 'set-ups' });
	});

	it('what the planner typed goes before set-ups, on the strip before on the scene', () => {
		const typed = scene({ setups: 5, estimateMinutes: 45 });
		expect(estimate(strip(), typed, production())).toEqual({ minutes: 45, basis: 'typed' });
		expect(estimate(strip({ minutes: 30 }), typed, production()).minutes).toBe(30);
	});

	it('what it took goes before everything, once it is shot', () => {
		const shot = strip({ status: 'shot', actualMinutes: 97, minutes: 30 });
		expect(estimate(shot, scene(), production())).toEqual({ minutes: 97, basis: 'shot' });
		expect(estimate({ ...shot, status: 'todo' }, scene(), production()).minutes).toBe(30);
	});

	it('a part takes its share of the scene by eighths', () => {
		const half = strip({ eighths: 4, part: 1 });
		expect(estimate(half, scene({ eighths: 8, estimateMinutes: 60 }), production()).minutes).toBe(30);
		expect(estimate(half, scene({ eighths: 8, setups: 6 }), production()).minutes).toBe(48);
		expect(estimate(half, scene({ eighths: 8 }), production()).minutes).toBe(25);
	});

	it('a strip whose scene has gone takes no time by itself', () => {
		expect(estimate(strip(), undefined, production()).minutes).toBe(0);
	});
});
