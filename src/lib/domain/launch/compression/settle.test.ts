import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../calendar/day-key.ts';
import { fraction } from '../../hours/exact.ts';
import { settleDay } from './settle.ts';
import { CAUSES, SETTLED_TO, type Cause, type Compression } from './types.ts';

const DATE = day('2026-11-24');
const atCall = (minutes: Partial<Record<Cause, number>>, packing: number | null = null, inTheWork = 0) => ({
	packing,
	inTheWork,
	shares: CAUSES.map((cause): Compression['shares'][number] => ({
		cause,
		exact: fraction(BigInt(minutes[cause] ?? 0), 1n),
		minutes: minutes[cause] ?? 0,
		without: 0,
		daysShort: fraction(0n, 1n)
	}))
});
/** The worked example's shares in hours: budget 215, platform 160, regulator 175, launch 215. */
const EXAMPLE = atCall({ budget: 215 * 60, platform: 160 * 60, regulator: 175 * 60, launch: 215 * 60 });

describe('a day settled at wrap', () => {
	it('an extension comes first, the rest goes by the shares at that day’s call', () => {
		// 865 min: 100 for rain that somebody asked to shoot through, 765 as 215 : 160 : 175 : 215.
		const { to } = settleDay(
			DATE,
			865,
			[{ minutes: 100, cause: 'events', askedBy: 'p1', why: 'rain' }],
			EXAMPLE
		);
		expect(to).toEqual({
			budget: 215,
			launch: 215,
			platform: 160,
			regulator: 175,
			events: 100,
			slower: 0,
			packing: 0,
			work: 0
		});
	});

	it('extensions never take more than was worked', () => {
		const asked = (minutes: number, cause: Cause) => ({ minutes, cause, askedBy: 'p1', why: '' });
		expect(settleDay(DATE, 90, [asked(60, 'platform'), asked(60, 'slower')], EXAMPLE).to).toMatchObject({
			platform: 60,
			slower: 30,
			budget: 0
		});
	});

	it('overtime nobody has a share in is in the work itself; how days are packed has its own', () => {
		expect(settleDay(DATE, 90, [], atCall({})).to).toMatchObject({ work: 90 });
		expect(settleDay(DATE, 90, [], atCall({ budget: 30, events: -20 }, 60)).to).toMatchObject({
			budget: 30,
			packing: 60,
			events: 0
		});
	});

	it('settled minutes add up to the overtime worked', () => {
		const cause = fc.constantFrom(...SETTLED_TO);
		const extension = fc.record({
			minutes: fc.nat(300),
			cause,
			askedBy: fc.constant('p'),
			why: fc.constant('')
		});
		fc.assert(
			fc.property(
				fc.nat(5000),
				fc.array(extension, { maxLength: 3 }),
				fc.array(fc.integer({ min: -500, max: 2000 }), { minLength: 6, maxLength: 6 }),
				fc.option(fc.integer({ min: -50, max: 500 })),
				(overtime, extensions, shares, packing) => {
					const said = atCall(Object.fromEntries(CAUSES.map((one, i) => [one, shares[i]!])), packing);
					const { to } = settleDay(DATE, overtime, extensions, said);
					expect(Object.values(to).reduce((sum, minutes) => sum + minutes, 0)).toBe(overtime);
					for (const minutes of Object.values(to)) expect(minutes).toBeGreaterThanOrEqual(0);
				}
			)
		);
	});
});
