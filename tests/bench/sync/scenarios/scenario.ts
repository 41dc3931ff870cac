import { Client, type Hears } from '../client.ts';
import { pause, within } from '../machine.ts';
import type { Target } from '../targets.ts';

/** Figures by name, of one run against one server. */
export type Measured = Readonly<Record<string, number>>;
export type Scenario = {
	readonly name: string;
	/** documents it opens */
	readonly documents: readonly string[];
	run(target: Target): Promise<Measured>;
	/** only for servers that keep something */
	readonly keeps?: boolean;
};

export const numbered = (name: string, count: number): string[] =>
	Array.from({ length: count }, (_, n) => `${name}${n}`);

/** What a server makes ready after its start is not what its clients cost. */
const SETTLES_MS = 6_000;
export const settled = (): Promise<void> => pause(SETTLES_MS);

/** Clients that are all synced. @throws Error when some aren't in time */
export async function connectAll(
	target: Target,
	list: readonly (readonly [document: string, hears?: Hears])[]
): Promise<Client[]> {
	const clients: Client[] = [];
	for (const [document, hears] of list) {
		clients.push(new Client(target.reach, document, hears));
		if (clients.length % 50 === 0) await pause(5);
	}
	if (!(await within(60_000, () => clients.every(({ synced }) => synced)))) {
		const missing = clients.filter(({ synced }) => !synced);
		throw new Error(`${missing.length} of ${clients.length} not synced, HTTP ${missing[0]?.socket.status}`);
	}
	return clients;
}

export const closeAll = (clients: readonly Client[]): void => {
	for (const client of clients) client.close();
};
