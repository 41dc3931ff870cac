import { expect, test } from 'vitest';
import { JOIN_CODE_LETTERS, readJoinCode, showJoinCode } from './join-code.ts';

test('however somebody types a code they were told, it is the same code', () => {
	for (const typed of [
		'K7MQ2F90',
		'k7mq 2f90',
		' k7mq-2f9o ',
		'K7MQ–2F9O',
		'k.7.m.q.2.f.9.0',
		'Ｋ７ＭＱ　２Ｆ９Ｏ',
		'K7MQ\u200b2F90'
	]) {
		expect(readJoinCode(typed), typed).toBe('K7MQ2F90');
	}
	expect(readJoinCode('il1I oO00')).toBe('11110000');
});

test('what is no code is none: too short, too long, other letters', () => {
	for (const typed of ['', 'K7MQ2F9', 'K7MQ2F900', 'K7MQ2F9U', 'K7MQ2F9é', '邀请码邀请码邀请']) {
		expect(readJoinCode(typed), typed).toBeNull();
	}
});

test('it is shown in two groups, and read back from them; no letter can be taken for another', () => {
	expect(showJoinCode('K7MQ2F90')).toBe('K7MQ 2F90');
	expect(readJoinCode(showJoinCode('K7MQ2F90'))).toBe('K7MQ2F90');
	expect(new Set(JOIN_CODE_LETTERS).size).toBe(32);
	for (const letter of 'ILOU') expect(JOIN_CODE_LETTERS).not.toContain(letter);
});
