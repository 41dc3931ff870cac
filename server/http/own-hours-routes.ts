/** One's own hours beyond the document: who can see them, who has looked, and the proof of the record. */
import { Readable } from 'node:stream';
import { documentAccess, documentName, mayRead } from '#lib/domain/people/permissions.ts';
import type { Office } from './office.ts';
import { seat } from './production-routes.ts';
import { recordText } from './record-text.ts';
import { HttpError, type Answer, type Call, type Route } from './router.ts';

const OWN = ['hours', 'decisions'] as const;

export function ownHoursRoutes(office: Office): Route[] {
	const { accounts, store, attempts } = office;

	/** Only ever about the asker's own hours: nobody learns who looks at somebody else's. */
	function openings(call: Call): Answer {
		const { production, member } = seat(office, call, 'readMembers');
		const { personId } = member;
		if (!personId) return { json: { readers: [], opened: [] } };
		const readers = accounts.productions
			.members(production.id)
			.filter((one) => one.personId !== personId && mayRead(documentAccess(one, 'hours', personId)))
			.map(({ userId, name, role }) => ({ userId, name, role }));
		return { json: { readers, opened: accounts.openings.of(production.id, personId) } };
	}

	/**
	 * The rows of one's own hours and then of the decisions on them, as they stand in the production's chain: with
	 * the hash before it each row's own hash can be reckoned again by anybody, and the head says where the chain stood.
	 */
	async function record(call: Call): Promise<Answer> {
		const { production, member, session } = seat(office, call, 'readMembers');
		const { personId } = member;
		if (!personId)
			throw new HttpError(404, 'not-found', 'You are nobody of this plan yet, so there is no record.');
		if (attempts.record.wait(session.user.id) > 0) {
			const message = 'Your record was fetched often just now. Wait 15 min and try again.';
			throw new HttpError(429, 'too-many-tries', message);
		}
		attempts.record.add(session.user.id);
		const head = await store.head(production.id);
		const documents = OWN.map((kind) => documentName(production.id, kind, personId));
		const content = Readable.from(recordText(store, production.id, head, documents));
		return { file: { name: 'record.json', type: 'application/json; charset=utf-8', content } };
	}

	return [
		{ method: 'GET', path: '/api/productions/:production/hours/openings', handle: openings },
		{ method: 'GET', path: '/api/productions/:production/hours/record', handle: record }
	];
}
