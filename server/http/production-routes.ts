/** Productions, the people of their plans, and their members. */
import {
	mayDo,
	PRODUCTION_DOCUMENTS,
	type Action,
	type Member,
	type Role
} from '#lib/domain/people/permissions.ts';
import type { Production } from '../store/productions.ts';
import type { Session } from '../store/users.ts';
import * as fields from './fields.ts';
import type { Office } from './office.ts';
import { HttpError, notFound, type Answer, type Call, type Route } from './router.ts';

export type Seat = { session: Session; production: Production; member: Member & { role: Role } };

/**
 * The production a route is about and the asker's membership; throws unless the asker may do this. Who is no
 * member learns nothing, not even that the production exists.
 */
export function seat({ accounts, hub }: Office, call: Call, action: Action): Seat {
	const session = call.signedIn();
	const id = call.params.production ?? '';
	const production = accounts.productions.find(id);
	const member = hub.rights.member(id, session.user.id);
	if (!production || !member || member.role === 'station' || !mayDo(member, action)) {
		accounts.audit({
			event: 'request refused',
			user: session.user.id,
			production: production?.id ?? null,
			address: call.address,
			detail: { action }
		});
		if (!production || !member) throw notFound('That production');
		throw new HttpError(403, 'no-right', 'Your role in this production doesn’t allow that.');
	}
	return { session, production, member: { ...member, role: member.role } };
}

const MAX_PEOPLE = 500;

export function productionRoutes(office: Office): Route[] {
	const { accounts, hub, store } = office;
	const { productions } = accounts;

	async function create(call: Call): Promise<Answer> {
		const { user } = call.signedIn();
		const id = fields.id(call.body, 'id');
		const title = fields.line(call.body, 'title', fields.MAX_TITLE);
		const now = Date.now();
		// Asked before the look at what is there: nothing may come between that and the registration.
		const deleted = (await store.tombstone(id)) !== null;
		const known = productions.find(id);
		if (deleted && !known)
			throw new HttpError(410, 'production-deleted', 'That production was deleted.', 'id');
		if ((known && known.creator !== user.id) || office.importing.has(id)) {
			throw new HttpError(409, 'id-taken', 'That id is in use. Make the production again.', 'id');
		}
		if (!known) {
			accounts.together(() => {
				productions.add({ id, title, creator: user.id, demo: false, expiresAt: null }, now);
				for (const kind of PRODUCTION_DOCUMENTS) productions.register(id, kind, null, now);
				productions.setMember(id, user.id, { role: 'producer', personId: null, keeps: 'none' }, now);
			});
			hub.rights.changed();
		}
		return { status: known ? 200 : 201, json: { production: { id, title: known?.title ?? title } } };
	}

	function change(call: Call): Answer {
		const { production } = seat(office, call, 'writeProduction');
		const title = call.body.title === undefined ? null : fields.line(call.body, 'title', fields.MAX_TITLE);
		const archived = call.body.archived === undefined ? null : fields.flag(call.body, 'archived');
		accounts.together(() => {
			if (title !== null) productions.setTitle(production.id, title);
			if (archived !== null) productions.setArchived(production.id, archived ? Date.now() : null);
		});
		// Put away or taken back: what may be written changes for everybody at once.
		if (archived !== null) hub.rights.changed();
		const { id, title: now, archivedAt } = productions.find(production.id) ?? production;
		return { json: { production: { id, title: now, archivedAt } } };
	}

	function registerPeople(call: Call): Answer {
		const { production } = seat(office, call, 'registerPerson');
		const people = fields.ids(call.body, 'personIds', MAX_PEOPLE);
		const now = Date.now();
		accounts.together(() => {
			for (const person of people) productions.registerPerson(production.id, person, now);
		});
		return { json: { personIds: people } };
	}

	function listMembers(call: Call): Answer {
		const { production } = seat(office, call, 'readMembers');
		return { json: { members: productions.members(production.id) } };
	}

	/** The member a route is about, and whether losing it would leave nobody to invite or promote. */
	function target(call: Call, production: Production): { userId: string; member: Member & { role: Role } } {
		const userId = call.params.user ?? '';
		const member = productions.member(production.id, userId);
		if (!member) throw notFound('That member');
		return { userId, member };
	}

	function keepProducer(production: Production, member: Member): void {
		if (member.role !== 'producer' || productions.producers(production.id) > 1) return;
		const message = 'This is the last producer. Make somebody else a producer first.';
		throw new HttpError(409, 'last-producer', message);
	}

	function changeMember(call: Call): Answer {
		const { production, session } = seat(office, call, 'writeMembers');
		const changed = accounts.together(() => {
			const { userId, member } = target(call, production);
			const { body } = call;
			const next = {
				role: body.role === undefined ? member.role : fields.role(body, 'role'),
				personId: body.personId === undefined ? member.personId : fields.idOrNull(body, 'personId'),
				keeps: body.keeps === undefined ? member.keeps : fields.keeps(body, 'keeps')
			};
			if (next.role !== 'producer') keepProducer(production, member);
			productions.setMember(production.id, userId, next, Date.now());
			accounts.audit({
				event: 'role changed',
				user: session.user.id,
				production: production.id,
				address: call.address,
				detail: { of: userId, from: member.role, to: next.role }
			});
			return { userId, ...next };
		});
		hub.rights.changed();
		return { json: { member: changed } };
	}

	function removeMember(call: Call): Answer {
		const { production, session } = seat(office, call, 'writeMembers');
		accounts.together(() => {
			const { userId, member } = target(call, production);
			keepProducer(production, member);
			productions.removeMember(production.id, userId);
			accounts.audit({
				event: 'member removed',
				user: session.user.id,
				production: production.id,
				address: call.address,
				detail: { of: userId, from: member.role }
			});
		});
		hub.rights.changed();
		return { status: 204 };
	}

	return [
		{ method: 'POST', path: '/api/productions', handle: create },
		{ method: 'PATCH', path: '/api/productions/:production', handle: change },
		{ method: 'POST', path: '/api/productions/:production/people', handle: registerPeople },
		{ method: 'GET', path: '/api/productions/:production/members', handle: listMembers },
		{ method: 'PATCH', path: '/api/productions/:production/members/:user', handle: changeMember },
		{ method: 'DELETE', path: '/api/productions/:production/members/:user', handle: removeMember }
	];
}
