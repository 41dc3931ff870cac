import { expect, test } from 'vitest';
import { TokenBucket } from './token-bucket.ts';

test('ten seconds’ worth may come at once; after that each frame waits its turn', () => {
	const bucket = new TokenBucket(50, 0);
	for (let frame = 0; frame < 500; frame++) expect(bucket.take(1, 0)).toBe(0);
	expect(bucket.take(1, 0)).toBe(20);
	expect(bucket.take(1, 1000)).toBe(0);
});

test('who goes on regardless runs out of credit, and gets it back with time', () => {
	const bucket = new TokenBucket(50, 0);
	for (let frame = 0; frame <= 1000; frame++) bucket.take(1, 0);
	expect(bucket.exhausted).toBe(true);
	bucket.take(1, 5000);
	expect(bucket.exhausted).toBe(false);
});
