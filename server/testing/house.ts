/** For tests: a whole server in this process on a port of its own, and people who use it as a browser would. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attach } from '../attach.ts';
import { newId } from '../auth/tokens.ts';
import { readConfig, type Limits } from '../config.ts';
import { Person } from './person.ts';

/** Waits until something holds. @throws with the words given when it doesn't within the time */
export async function until<T>(
	what: string,
	check: () => T | Promise<T>,
	ms = 8000
): Promise<NonNullable<T>> {
	const end = Date.now() + ms;
	for (;;) {
		const found = await check();
		if (found) return found;
		if (Date.now() > end) throw new Error(`waited ${ms} ms in vain until ${what}`);
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
}

export type House = {
	readonly base: string;
	readonly dataDir: string;
	/** every route there is, as `METHOD /path/:parameter` */
	readonly routes: readonly string[];
	/** somebody with an account; the name gets a tail so that it is free */
	person(name: string): Promise<Person>;
	/** somebody without a session */
	stranger(): Person;
	/** a production of this person */
	production(producer: Person): Promise<string>;
	/** a new member with this role, through an invitation */
	member(
		producer: Person,
		production: string,
		role: string,
		more?: { personId?: string; keeps?: unknown }
	): Promise<Person>;
	close(): Promise<void>;
};

/**
 * Opens a server with an empty data folder.
 * @param limits where a test needs others than the standard ones
 * @param prepare puts something into the data folder first
 * @param env further settings, as whoever runs it would give them
 */
export async function openHouse(
	limits: Partial<Limits> = {},
	prepare: (dataDir: string) => Promise<void> = async () => {},
	env: Readonly<Record<string, string>> = {}
): Promise<House> {
	const dataDir = mkdtempSync(join(tmpdir(), 'daybreak-house-'));
	const standard = readConfig({ DATA_DIR: dataDir, LIMIT_ACCOUNTS_PER_HOUR: '1000', ...env });
	await prepare(dataDir);
	const server = createServer();
	const daybreak = await attach(server, { ...standard, limits: { ...standard.limits, ...limits } });
	server.on('request', (request, response) =>
		daybreak.middleware(request, response, () => {
			response.statusCode = 404;
			response.end('the app');
		})
	);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const people: Person[] = [];
	const stranger = (): Person => {
		const person = new Person(base);
		people.push(person);
		return person;
	};
	let count = 0;

	const house: House = {
		base,
		dataDir,
		routes: daybreak.routes.map(({ method, path }) => `${method} ${path}`),
		stranger,
		async person(name) {
			const person = stranger();
			await person.expect(201, 'POST', '/api/accounts', {
				name: `${name} ${++count}`,
				passphrase: 'rain over the harbour'
			});
			return person;
		},
		async production(producer) {
			const id = newId();
			await producer.expect(201, 'POST', '/api/productions', { id, title: 'Rain' });
			return id;
		},
		async member(producer, production, role, { personId, keeps } = {}) {
			const { token } = await producer.expect(201, 'POST', `/api/productions/${production}/invitations`, {
				role,
				personId
			});
			const person = await house.person(role);
			await person.expect(201, 'POST', '/api/invitations/accept', { token });
			if (keeps !== undefined) {
				const path = `/api/productions/${production}/members/${person.id}`;
				await producer.expect(200, 'PATCH', path, { keeps });
			}
			return person;
		},
		async close() {
			for (const person of people) person.leave();
			await daybreak.close();
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
			rmSync(dataDir, { recursive: true, force: true });
		}
	};
	return house;
}
