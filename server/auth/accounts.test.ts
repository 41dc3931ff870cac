import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { openHouse, type House } from '../testing/house.ts';

let house: House;
beforeAll(async () => {
	house = await openHouse();
});
afterAll(() => house.close());

const passphrase = 'rain over the harbour';

test('an account is made, signs out, and signs in again with a new session', async () => {
	const mei = house.stranger();
	const { user, recoveryCodes } = await mei.expect(201, 'POST', '/api/accounts', {
		name: '梅林',
		passphrase
	});
	expect(user).toMatchObject({ name: '梅林', guest: false });
	expect(new Set(recoveryCodes).size).toBe(10);
	const { cookie } = mei;
	await mei.expect(204, 'DELETE', '/api/sessions/current');
	mei.cookie = cookie;
	expect(await mei.refused('GET', '/api/me')).toBe('401 signed-out');
	await mei.expect(201, 'POST', '/api/sessions', { name: '梅林', passphrase });
	expect(mei.cookie).not.toBe(cookie);
	expect((await mei.expect(200, 'GET', '/api/me')).user).toEqual(user);
});

test('the session cookie is HttpOnly, SameSite=Lax and has more than 128 random bits; the file holds no secret', async () => {
	const mei = house.stranger();
	const { headers } = await mei.call('POST', '/api/accounts', { name: 'Cookie', passphrase });
	const set = headers.get('set-cookie') ?? '';
	expect(set).toMatch(/^daybreak_session=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/);
	const files = ['accounts.sqlite', 'accounts.sqlite-wal'].map((name) =>
		readFileSync(join(house.dataDir, name))
	);
	const bytes = Buffer.concat(files);
	expect(bytes.includes(mei.cookie.split('=')[1] ?? '')).toBe(false);
	expect(bytes.includes(passphrase)).toBe(false);
	expect(bytes.includes('argon2id$19456$2$')).toBe(true);
});

test('a name is taken in whatever case, width or spacing it is written', async () => {
	await house.stranger().expect(201, 'POST', '/api/accounts', { name: 'Ana Lopes', passphrase });
	for (const name of ['Ana Lopes', 'ANA LOPES', ' ana  lopes ', 'Ａｎａ Lopes']) {
		expect(await house.stranger().refused('POST', '/api/accounts', { name, passphrase })).toBe(
			'409 name-taken'
		);
	}
});

test('a passphrase needs eight characters, and long ones are welcome', async () => {
	const short = await house
		.stranger()
		.call('POST', '/api/accounts', { name: 'Short', passphrase: '1234567' });
	expect(short.json).toEqual({
		error: {
			code: 'passphrase-short',
			field: 'passphrase',
			message: 'The passphrase is too short: it needs 8 characters or more.'
		}
	});
	const long = '雨'.repeat(300);
	const li = house.stranger();
	await li.expect(201, 'POST', '/api/accounts', { name: 'Long', passphrase: long });
	await house.stranger().expect(201, 'POST', '/api/sessions', { name: 'Long', passphrase: long });
});

test('a wrong name and a wrong passphrase get the same words in about the same time', async () => {
	const timed = async (name: string): Promise<[string, number]> => {
		const start = performance.now();
		const { text, status } = await house
			.stranger()
			.call('POST', '/api/sessions', { name, passphrase: 'wrong one' });
		return [`${status} ${text}`, performance.now() - start];
	};
	await house.stranger().expect(201, 'POST', '/api/accounts', { name: 'Known', passphrase });
	const [known, knownMs] = await timed('Known');
	const [unknown, unknownMs] = await timed('Unknown');
	expect(unknown).toBe(known);
	// Both hash once; without that the unknown name would answer twenty times as fast.
	expect(unknownMs).toBeGreaterThan(knownMs / 4);
});

test('after five failures an account rests for a quarter of an hour, even for the right passphrase', async () => {
	const own = await openHouse();
	try {
		await own.stranger().expect(201, 'POST', '/api/accounts', { name: 'Target', passphrase });
		const tries: string[] = [];
		for (let count = 0; count < 6; count++) {
			tries.push(
				await own.stranger().refused('POST', '/api/sessions', { name: ' TARGET', passphrase: 'wrong one' })
			);
		}
		expect(tries).toEqual([...Array(5).fill('401 wrong-sign-in'), '429 too-many-tries']);
		const right = { name: 'Target', passphrase };
		expect(await own.stranger().refused('POST', '/api/sessions', right)).toBe('429 too-many-tries');
	} finally {
		await own.close();
	}
});

test('after thirty failures an address rests, whatever names it tries', async () => {
	const own = await openHouse({ failuresPerAddress: 6 });
	try {
		const tries: string[] = [];
		for (let count = 0; count < 7; count++) {
			const body = { name: `guess ${count}`, passphrase: 'wrong one' };
			tries.push(await own.stranger().refused('POST', '/api/sessions', body));
		}
		expect(tries).toEqual([...Array(6).fill('401 wrong-sign-in'), '429 too-many-tries']);
	} finally {
		await own.close();
	}
});

test('a recovery code works once, ends the other sessions and sets a new passphrase', async () => {
	const lost = house.stranger();
	const { recoveryCodes } = await lost.expect(201, 'POST', '/api/accounts', { name: 'Lost', passphrase });
	const [code] = recoveryCodes as string[];
	const found = house.stranger();
	const next = 'a new beginning';
	const typed = code?.toLowerCase().replaceAll('-', ' ');
	await found.expect(201, 'POST', '/api/recovery', { name: 'lost', code: typed, passphrase: next });
	expect(await lost.refused('GET', '/api/me')).toBe('401 signed-out');
	await house.stranger().expect(201, 'POST', '/api/sessions', { name: 'Lost', passphrase: next });
	const again = { name: 'Lost', code, passphrase: next };
	expect(await house.stranger().refused('POST', '/api/recovery', again)).toBe('401 wrong-recovery');
});

test('a new passphrase ends the other sessions and needs the old one', async () => {
	const desk = house.stranger();
	await desk.expect(201, 'POST', '/api/accounts', { name: 'Desk', passphrase });
	const phone = house.stranger();
	await phone.expect(201, 'POST', '/api/sessions', { name: 'Desk', passphrase });
	const wrong = { old: 'not this one', new: 'a new beginning' };
	expect(await desk.refused('POST', '/api/passphrase', wrong)).toBe('401 wrong-passphrase');
	await desk.expect(204, 'POST', '/api/passphrase', { old: passphrase, new: 'a new beginning' });
	await desk.expect(200, 'GET', '/api/me');
	expect(await phone.refused('GET', '/api/me')).toBe('401 signed-out');
});

test('requests that change something are refused without an Origin of ours', async () => {
	const person = await house.person('Origin');
	const { host } = new URL(house.base);
	for (const origin of [
		undefined,
		'null',
		'https://evil.example',
		`http://${host}.evil.example`,
		`https://${host}`
	]) {
		person.origin = origin;
		for (const [method, path] of [
			['POST', '/api/demo'],
			['POST', '/api/productions'],
			['DELETE', '/api/sessions/current']
		] as const) {
			expect(await person.refused(method, path, {})).toBe('403 foreign-origin');
		}
	}
	person.origin = house.base;
	await person.expect(200, 'GET', '/api/me');
});

test('bad input gets a plain answer: no JSON, too much of it, wrong fields, unknown addresses', async () => {
	const person = await house.person('Input');
	const raw = (body: string, type = 'application/json') =>
		fetch(`${house.base}/api/productions`, {
			method: 'POST',
			headers: { origin: house.base, cookie: person.cookie, 'content-type': type },
			body
		}).then(
			async (response) =>
				`${response.status} ${((await response.json()) as { error: { code: string } }).error.code}`
		);
	expect(await raw('{')).toBe('400 not-json');
	expect(await raw('[]')).toBe('400 not-json');
	expect(await raw('{}', 'text/plain')).toBe('415 not-json');
	expect(await raw(JSON.stringify({ title: 'x'.repeat(70_000) }))).toBe('413 too-large');
	expect(await person.refused('POST', '/api/productions', { id: 'short', title: 'Rain' })).toBe('400 field');
	expect(await person.refused('POST', '/api/productions', { id: 'x'.repeat(22), title: ' ' })).toBe(
		'400 field'
	);
	expect(await person.refused('POST', '/api/productions', { id: 'x'.repeat(22), title: 'a\u202eb' })).toBe(
		'400 field'
	);
	expect(await person.refused('GET', '/api/nothing')).toBe('404 not-found');
	expect(await person.refused('PATCH', '/api/me', {})).toBe('405 method');
});

test('every answer forbids sniffing, referrers and framing', async () => {
	for (const path of ['/api/me', '/health', '/anything']) {
		const { headers } = await house.stranger().call('GET', path);
		expect(headers.get('x-content-type-options')).toBe('nosniff');
		expect(headers.get('referrer-policy')).toBe('no-referrer');
		expect(headers.get('x-frame-options')).toBe('DENY');
	}
});

test('sign-in failures and refused requests are in the audit log, without what was typed', async () => {
	await house.stranger().call('POST', '/api/sessions', { name: 'Auditee', passphrase: 'typed by mistake' });
	const file = new DatabaseSync(join(house.dataDir, 'accounts.sqlite'), { readOnly: true });
	const rows = JSON.stringify(file.prepare('SELECT * FROM audit').all());
	file.close();
	expect(rows).toContain('sign-in failed');
	expect(rows).not.toContain('typed by mistake');
	expect(rows).not.toContain('Auditee');
});
