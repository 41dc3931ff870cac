import { isIPv4, isIPv6 } from 'node:net';

/** Groups of 16 bits that an IPv6 customer gets as one: whoever has one address of a /64 has all of them. */
const GROUPS = 4;

/**
 * Whom an address belongs to, as far as tries are counted: an IPv4 address itself, the /64 of an IPv6 one. Takes
 * what proxies forward too: `[2001:db8::1]:443`, `203.0.113.7:5050`, `fe80::1%eth0`.
 * @returns the address in one spelling; what is no address comes back as it is
 */
export function networkOf(address: string): string {
	const bare = /^\[(.+)\](?::\d+)?$/.exec(address)?.[1] ?? /^([\d.]+):\d+$/.exec(address)?.[1] ?? address;
	const plain = bare.split('%', 1)[0] ?? bare;
	if (!isIPv6(plain)) return plain;
	// The URL parser writes every IPv6 address in its one shortest form, the last 32 bits in hexadecimal.
	const [before = '', after] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split('::');
	const [front, back] = [before, after ?? ''].map((part) => (part ? part.split(':') : [])) as [
		string[],
		string[]
	];
	const groups = [...front, ...Array<string>(8 - front.length - back.length).fill('0'), ...back];
	const mapped = groups.slice(0, 5).every((group) => group === '0') && groups[5] === 'ffff';
	if (mapped) {
		const bytes = groups.slice(6).flatMap((group) => [parseInt(group, 16) >> 8, parseInt(group, 16) & 255]);
		if (isIPv4(bytes.join('.'))) return bytes.join('.');
	}
	return `${groups.slice(0, GROUPS).join(':')}::/64`;
}
