import { availableParallelism } from 'node:os';
import { expect, test } from 'vitest';
import { hashing, MAX_WAITING } from '../auth/passphrase.ts';
import { openHouse, until, type House } from '../testing/house.ts';
import { newId } from '../auth/tokens.ts';

const passphrase = 'rain over the harbour';
const RIGHT = { name: 'Target', passphrase };
const WRONG = { name: 'Target', passphrase: 'wrong one' };

async function inHouse(
	limits: Parameters<typeof openHouse>[0],
	check: (house: House) => Promise<void>,
	env: Record<string, string> = {}
): Promise<void> {
	const house = await openHouse(limits, undefined, env);
	try {
		await house.stranger().expect(201, 'POST', '/api/accounts', RIGHT);
		await check(house);
	} finally {
		await house.close();
	}
}
const signIn = (house: House, body: object): Promise<string> =>
	house.stranger().refused('POST', '/api/sessions', body);
/** How often each answer came. */
const counted = (answers: readonly string[]): Record<string, number> =>
	Object.fromEntries([...new Set(answers)].map((one) => [one, answers.filter((a) => a === one).length]));

test('twenty guesses sent at once are five: the others find the account resting', () =>
	inHouse({}, async (house) => {
		const answers = await Promise.all(Array.from({ length: 20 }, () => signIn(house, WRONG)));
		expect(counted(answers)).toEqual({ '401 wrong-sign-in': 5, '429 too-many-tries': 15 });
		expect(await signIn(house, RIGHT)).toBe('429 too-many-tries');
	}));

test('recovery codes and an old passphrase guessed at once are counted like sign-ins', () =>
	inHouse({}, async (house) => {
		const codes = await Promise.all(
			Array.from({ length: 12 }, (_, count) =>
				house.stranger().refused('POST', '/api/recovery', { name: 'Target', code: `${count}`, passphrase })
			)
		);
		expect(counted(codes)).toEqual({ '401 wrong-recovery': 5, '429 too-many-tries': 7 });
		const person = await house.person('Known');
		const old = await Promise.all(
			Array.from({ length: 12 }, (_, count) =>
				person.refused('POST', '/api/passphrase', { old: `wrong one ${count}`, new: 'a new beginning' })
			)
		);
		expect(counted(old)).toEqual({ '401 wrong-passphrase': 5, '429 too-many-tries': 7 });
	}));

test('a name in another spelling, or with more spaces, is the same account to guess at', () =>
	inHouse({}, async (house) => {
		await house.stranger().expect(201, 'POST', '/api/accounts', { name: 'Ana Lopes', passphrase });
		for (const name of ['Ana Lopes', 'ana  lopes', ' ANA   LOPES', 'Ａｎａ Lopes', 'ana\tlopes']) {
			expect(await signIn(house, { name, passphrase: 'wrong one' })).toBe('401 wrong-sign-in');
		}
		expect(await signIn(house, { name: 'Ana Lopes', passphrase })).toBe('429 too-many-tries');
	}));

test('signing in clears the account’s failures and none of the address’s', () =>
	inHouse({ failuresPerAddress: 9 }, async (house) => {
		for (let round = 0; round < 2; round++) {
			for (let failed = 0; failed < 4; failed++) {
				expect(await signIn(house, WRONG)).toBe('401 wrong-sign-in');
			}
			expect(await signIn(house, RIGHT)).toBe('allowed with 201');
		}
		expect(await signIn(house, WRONG)).toBe('401 wrong-sign-in');
		expect(await signIn(house, RIGHT)).toBe('429 too-many-tries');
	}));

test('a crew that signs in at once from one address is told to wait a moment at most, and rests for nothing', () =>
	inHouse({ failuresPerAddress: 3 }, async (house) => {
		const names = Array.from({ length: 8 }, (_, count) => `Crew ${count}`);
		for (const name of names)
			await house.stranger().expect(201, 'POST', '/api/accounts', { name, passphrase });
		const { promise: held, resolve: release } = Promise.withResolvers<void>();
		const holders = Array.from({ length: availableParallelism() }, () => hashing.take(() => held));
		const answers: string[] = [];
		const all = names.map(async (name) => answers.push(await signIn(house, { name, passphrase })));
		await until('those that found no place are answered', () => answers.length === 5);
		release();
		await Promise.all([...all, ...holders]);
		expect(counted(answers)).toEqual({ '503 busy': 5, 'allowed with 201': 3 });
		for (const name of names) expect(await signIn(house, { name, passphrase })).toBe('allowed with 201');
	}));

test('accounts made at once from one address are as many as an hour allows', () =>
	inHouse({ accountsPerHour: 4 }, async (house) => {
		const make = (name: string): Promise<string> =>
			house.stranger().refused('POST', '/api/accounts', { name, passphrase });
		// One is there already; a name that is taken costs nothing.
		expect(await make('Target')).toBe('409 name-taken');
		const made = await Promise.all(Array.from({ length: 10 }, (_, count) => make(`New ${count}`)));
		expect(made.filter((answer) => answer === 'allowed with 201')).toHaveLength(3);
		expect(await make('Later')).toBe('429 too-many-tries');
	}));

test('an IPv6 network of 64 bits is one address; behind a proxy the last address it saw counts', () =>
	inHouse(
		{ failuresPerAddress: 4 },
		async (house) => {
			const from = (address: string, name: string): Promise<string> => {
				const person = house.stranger();
				person.forwarded = { 'x-forwarded-for': address };
				return person.refused('POST', '/api/sessions', { name, passphrase: 'wrong one' });
			};
			for (let count = 0; count < 4; count++) {
				const made = `10.0.0.${count}, 2001:db8:1:2::${count + 1}`;
				expect(await from(made, `guess ${count}`)).toBe('401 wrong-sign-in');
			}
			expect(await from('2001:db8:1:2:9:9:9:9', 'one more')).toBe('429 too-many-tries');
			expect(await from('2001:db8:1:3::1', 'a neighbour')).toBe('401 wrong-sign-in');
		},
		{ TRUST_PROXY: '1' }
	));

test('when as many wait to be hashed as may, everything that hashes says busy at once, and counts for nothing', () =>
	inHouse({}, async (house) => {
		const mei = await house.person('Mei');
		const production = await house.production(mei);
		const [code] = ((
			await house.stranger().expect(201, 'POST', '/api/accounts', { name: 'Lost', passphrase })
		).recoveryCodes ?? []) as string[];
		const { promise: held, resolve: release } = Promise.withResolvers<void>();
		const places = availableParallelism() + MAX_WAITING;
		const holders = Array.from({ length: places }, () => hashing.take(() => held));
		const tries: [string, object][] = [
			['/api/sessions', RIGHT],
			['/api/sessions', { ...RIGHT, name: 'Nobody at all' }],
			['/api/accounts', { name: 'New', passphrase }],
			['/api/recovery', { name: 'Lost', code, passphrase }],
			['/api/passphrase', { old: passphrase, new: 'a new beginning' }],
			[`/api/productions/${production}/pins`, { personId: newId(), pin: '4711' }]
		];
		try {
			for (let round = 0; round < 6; round++) {
				for (const [path, body] of tries) {
					expect(`${path} ${await mei.refused('POST', path, body)}`).toBe(`${path} 503 busy`);
				}
			}
		} finally {
			release();
			await Promise.all(holders);
		}
		expect(await signIn(house, RIGHT)).toBe('allowed with 201');
		const recovered = { name: 'Lost', code, passphrase: 'a new beginning' };
		expect(await house.stranger().refused('POST', '/api/recovery', recovered)).toBe('allowed with 201');
	}));
