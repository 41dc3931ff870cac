/** Demo productions: an own copy for whoever asks, gone after some days. */
import * as Y from 'yjs';
import { todayIn } from '#lib/domain/calendar/zone.ts';
import type { BuiltDemo, DemoLanguage, DemoOrder } from '#lib/demo/index.ts';
import { DEMO_ZONES, type WhichDemo } from '#lib/demo/which.ts';
import { PRODUCTION_DOCUMENTS, readDocumentName } from '#lib/domain/people/permissions.ts';
import { newId } from '../auth/tokens.ts';
import { log } from '../log.ts';
import type { Accounts } from '../store/accounts.ts';
import { appendAll, SERVER_USER, type LogStore, type Row } from '../store/log-store.ts';
import type { Hub } from '../sync/hub.ts';
import { askThread } from './ask-thread.ts';

const DAY_MS = 86_400_000;
const EXPIRY_MS = 3_600_000;

/** Which of the demo productions, and in which language; B in both languages where nothing is said. */
export type DemoWish = { readonly which?: WhichDemo; readonly language?: DemoLanguage };

export type DemoMaker = {
	/** Makes a demo production with this user as its producer. @returns the production's id */
	make(userId: string, guestName: string, as?: DemoWish): Promise<string>;
	/** Deletes demos whose days are over, with their log, and guests who have nothing left. */
	expire(now: number): Promise<void>;
	/** Makes ready for the first to come: a newcomer waits for nothing twice. */
	warm(): void;
	close(): Promise<void>;
};

/** @param days how long a demo is kept */
export function demoMaker(accounts: Accounts, store: LogStore, hub: Hub, days: number): DemoMaker {
	// Kept after the first demo: the second is quicker.
	const builder = askThread<DemoOrder, BuiltDemo>(
		new URL('./demo-worker.ts', import.meta.url),
		'building the demo'
	);
	const expire = async (now: number): Promise<void> => {
		for (const production of accounts.productions.expired(now)) {
			accounts.productions.remove(production);
			hub.rights.changed();
			hub.dropProduction(production);
			await store.forget(production, now);
		}
		accounts.users.endExpiredSessions(now);
		const idle = accounts.users.guestsWithoutDemo(now - DAY_MS);
		for (const guest of idle) accounts.users.remove(guest);
		if (idle.length > 0) hub.rights.changed();
	};
	const run = (): void =>
		void expire(Date.now()).catch((error: unknown) => log.error('expiry failed', error));
	const timer = setInterval(run, EXPIRY_MS);
	timer.unref();

	return {
		async make(userId, guestName, { which = 'B', language } = {}) {
			const now = Date.now();
			const productionId = newId();
			// Its today is the day where it is shot, whatever day it is where the server stands.
			const today = todayIn(DEMO_ZONES[which], now);
			const demo = await builder.ask({ which, seed: 1, today, productionId, guestName, language });
			const rows = demo.documents.map(({ name, update }): Row => {
				if (readDocumentName(name)?.production !== productionId) throw new Error(`demo wrote ${name}`);
				const clients = [...Y.parseUpdateMeta(update).to.keys()];
				return {
					production: productionId,
					document: name,
					user: SERVER_USER,
					device: 'demo',
					at: now,
					bytes: update,
					clients
				};
			});
			await appendAll(store, rows);
			accounts.together(() => {
				const { title } = demo;
				const expiresAt = now + days * DAY_MS;
				accounts.productions.add({ id: productionId, title, creator: userId, demo: true, expiresAt }, now);
				for (const kind of PRODUCTION_DOCUMENTS) accounts.productions.register(productionId, kind, null, now);
				for (const person of demo.people) accounts.productions.registerPerson(productionId, person, now);
				for (const { document } of rows) {
					const named = readDocumentName(document);
					if (named) accounts.productions.register(productionId, named.kind, named.personId, now);
				}
				const member = { role: 'producer', personId: demo.personId, keeps: 'all' } as const;
				accounts.productions.setMember(productionId, userId, member, now);
			});
			hub.rights.changed();
			return productionId;
		},
		expire,
		warm: () => builder.warm(),
		async close() {
			clearInterval(timer);
			await builder.close();
		}
	};
}
