/** One's own hours beyond the document: who can see them, who has looked, and the proof of the record. */
import { documentAccess, documentName, mayRead } from '#lib/domain/people/permissions.ts';
import { GENESIS } from '../store/log-store.ts';
import type { Office } from './office.ts';
import { seat } from './production-routes.ts';
import { HttpError, type Answer, type Call, type Route } from './router.ts';

const PAGE = 500;
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

export function ownHoursRoutes(office: Office): Route[] {
	const { accounts, store } = office;

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
	 * The rows of one's own hours and of the decisions on them, as they stand in the production's chain: with the hash
	 * before it each row's own hash can be reckoned again by anybody, and the head says where the chain stood.
	 */
	async function record(call: Call): Promise<Answer> {
		const { production, member } = seat(office, call, 'readMembers');
		const { personId } = member;
		if (!personId)
			throw new HttpError(404, 'not-found', 'You are nobody of this plan yet, so there is no record.');
		const own = new Set<string>([
			documentName(production.id, 'hours', personId),
			documentName(production.id, 'decisions', personId)
		]);
		const head = await store.head(production.id);
		const rows: object[] = [];
		let before = GENESIS;
		for (;;) {
			const page = await store.rows(production.id, before.seq, head.seq, PAGE);
			for (const { seq, document, user, device, at, bytes, hash } of page) {
				if (own.has(document)) {
					rows.push({
						seq,
						document,
						user,
						device,
						at,
						bytes: base64(bytes),
						before: base64(before.hash),
						hash: base64(hash)
					});
				}
				before = { seq, hash };
			}
			if (page.length < PAGE) break;
		}
		return { json: { production: production.id, head: { seq: head.seq, hash: base64(head.hash) }, rows } };
	}

	return [
		{ method: 'GET', path: '/api/productions/:production/hours/openings', handle: openings },
		{ method: 'GET', path: '/api/productions/:production/hours/record', handle: record }
	];
}
