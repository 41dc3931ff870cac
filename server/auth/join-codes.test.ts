import { expect, test } from 'vitest';
import { readJoinCode } from '#lib/domain/people/join-code.ts';
import { JoinCodes } from './join-codes.ts';

const WEEK_MS = 604_800_000;
function codes() {
	const clock = { now: 1_700_000_000_000 };
	return { clock, kept: new JoinCodes(() => clock.now) };
}

test('a code is good for a quarter of an hour and stands for one invitation', () => {
	const { clock, kept } = codes();
	const { code, seconds } = kept.make('one', clock.now + WEEK_MS);
	expect(seconds).toBe(900);
	expect(readJoinCode(code)).toBe(code);
	clock.now += 899_999;
	expect(kept.take(code)).toMatchObject({ invitation: 'one', first: true });
	expect(kept.take(code)).toMatchObject({ invitation: 'one', first: false });
	clock.now += 1;
	expect(kept.take(code)).toBeNull();
});

test('a code is never good for longer than its invitation', () => {
	const { clock, kept } = codes();
	const { code, seconds } = kept.make('one', clock.now + 60_000);
	expect(seconds).toBe(60);
	clock.now += 60_000;
	expect(kept.take(code)).toBeNull();
});

test('a new code ends the one before it, and those of other invitations stay', () => {
	const { clock, kept } = codes();
	const [first, other] = [kept.make('one', clock.now + WEEK_MS), kept.make('two', clock.now + WEEK_MS)];
	const second = kept.make('one', clock.now + WEEK_MS);
	expect(kept.take(first.code)).toBeNull();
	expect(kept.take(second.code)?.invitation).toBe('one');
	expect(kept.take(other.code)?.invitation).toBe('two');
});

test('whoever typed it in time has an hour to make an account', () => {
	const { clock, kept } = codes();
	const { code } = kept.make('one', clock.now + WEEK_MS);
	clock.now += 890_000;
	const { token } = kept.take(code) ?? { token: '' };
	expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
	kept.make('two', clock.now + WEEK_MS);
	clock.now += 3_599_999;
	expect(kept.invitationOf(token)).toBe('one');
	clock.now += 1;
	expect(kept.invitationOf(token)).toBeNull();
	expect(kept.invitationOf(code)).toBeNull();
});

test('ten thousand codes are all different, and all letters come', () => {
	const { clock, kept } = codes();
	const made = Array.from({ length: 10_000 }, (_, n) => kept.make(`${n % 50}`, clock.now + WEEK_MS).code);
	expect(new Set(made).size).toBe(10_000);
	expect(new Set(made.join('')).size).toBe(32);
});
