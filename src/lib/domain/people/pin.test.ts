import { expect, test } from 'vitest';
import { pinPause, pinProblem } from './pin.ts';

test('a PIN is four to eight digits, and none of those anybody would try first', () => {
	for (const pin of ['', '123', '123456789', '12a4', '１２３４', ' 7391', '7391\n', '-391']) {
		expect([pin, pinProblem(pin)]).toEqual([pin, 'digits']);
	}
	for (const pin of [
		'1234',
		'12345678',
		'4321',
		'7890',
		'0987',
		'0000',
		'77777',
		'1212',
		'123123',
		'1122',
		'2580'
	]) {
		expect([pin, pinProblem(pin)]).toEqual([pin, 'weak']);
	}
	for (const pin of ['7391', '1243', '1357', '40404', '19870', '13572468']) {
		expect([pin, pinProblem(pin)]).toEqual([pin, null]);
	}
});

test('five wrong PINs shut the pad for a while, each further one for longer, never for more than a quarter of an hour', () => {
	expect([0, 1, 4, 5, 6, 7, 30].map(pinPause)).toEqual([0, 0, 0, 15_000, 30_000, 60_000, 900_000]);
});
