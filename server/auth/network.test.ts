import { expect, test } from 'vitest';
import { networkOf } from './network.ts';

test('all addresses of one IPv6 customer count as one, however they are written', () => {
	const all = ['2001:db8:1:2::1', '2001:0db8:0001:0002:ffff:ffff:ffff:ffff', '[2001:DB8:1:2::9]:443'];
	expect(new Set(all.map(networkOf))).toEqual(new Set(['2001:db8:1:2::/64']));
	expect(networkOf('2001:db8:1:3::1')).not.toBe(networkOf('2001:db8:1:2::1'));
	expect(networkOf('2001:db8::')).toBe('2001:db8:0:0::/64');
	expect(networkOf('::1')).toBe('0:0:0:0::/64');
	expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
});

test('an IPv4 address counts by itself, also where it comes dressed as IPv6 or with a port', () => {
	for (const address of ['203.0.113.7', '::ffff:203.0.113.7', '::FFFF:cb00:7107', '203.0.113.7:5050']) {
		expect(networkOf(address)).toBe('203.0.113.7');
	}
	expect(networkOf('203.0.113.8')).not.toBe(networkOf('203.0.113.7'));
});

test('what is no address counts as it is', () => {
	expect(networkOf('unknown')).toBe('unknown');
	expect(networkOf('')).toBe('');
});
