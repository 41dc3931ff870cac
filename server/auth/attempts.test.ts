import { expect, test } from 'vitest';
import { Attempts } from './attempts.ts';
import { networkOf } from './network.ts';

const QUARTER_MS = 900_000;
/** Three tries a quarter of an hour, on a clock that is set by hand. */
function counted() {
	const clock = { now: 1_700_000_000_000 };
	return { clock, attempts: new Attempts(3, QUARTER_MS, { now: () => clock.now }) };
}

test('tries count from when they begin, so that many sent at once are no more than few', () => {
	const { attempts } = counted();
	const begun = Array.from({ length: 20 }, () => (attempts.wait('Mei') === 0 ? attempts.begin('Mei') : null));
	expect(begun.filter(Boolean)).toHaveLength(3);
	expect(attempts.wait('Mei')).toBe(900);
	expect(attempts.isBusy('Mei')).toBe(true);
	for (const one of begun) one?.keep();
	expect(attempts.isBusy('Mei')).toBe(false);
	expect(attempts.wait('Mei')).toBe(900);
	expect(attempts.wait('Li')).toBe(0);
});

test('a try that worked doesn’t count, and those before it go on counting', () => {
	const { attempts } = counted();
	for (let failed = 0; failed < 2; failed++) attempts.begin('here').keep();
	for (let right = 0; right < 10; right++) {
		expect(attempts.wait('here')).toBe(0);
		attempts.begin('here').undo();
	}
	attempts.begin('here').keep();
	expect(attempts.wait('here')).toBe(900);
	attempts.clear('here');
	expect(attempts.wait('here')).toBe(0);
});

test('a try is forgotten a quarter of an hour after it began', () => {
	const { clock, attempts } = counted();
	for (let minute = 0; minute < 3; minute++, clock.now += 60_000) attempts.begin('Mei').keep();
	expect(attempts.wait('Mei')).toBe(720);
	clock.now += 720_000;
	expect(attempts.wait('Mei')).toBe(0);
});

test('who counts as the same shares the tries', () => {
	const attempts = new Attempts(1, QUARTER_MS, { keyOf: networkOf });
	attempts.add('2001:db8::1');
	expect(attempts.wait('2001:db8::2')).toBeGreaterThan(0);
	expect(attempts.wait('2001:db8:0:1::1')).toBe(0);
	attempts.clear('2001:db8::3');
	expect(attempts.wait('2001:db8::1')).toBe(0);
});
