/** Invitations: one production, one role, perhaps one person of its plan; a secret in a link or QR code, or a code said aloud. */
import { readJoinCode } from '#lib/domain/people/join-code.ts';
import { hashToken, newId, newToken } from '../auth/tokens.ts';
import type { Invitation } from '../store/invitations.ts';
import * as fields from './fields.ts';
import type { Office } from './office.ts';
import { seat } from './production-routes.ts';
import { HttpError, notFound, type Answer, type Call, type Route } from './router.ts';

const HOUR_MS = 3_600_000;
const MAX_HOURS = 168;

const listed = ({ production: _production, ...rest }: Invitation): Omit<Invitation, 'production'> => rest;

export function invitationRoutes(office: Office): Route[] {
	const { accounts, attempts, hub, joinCodes } = office;
	const { invitations, productions, users } = accounts;

	function invite(call: Call): Answer {
		const { production, session } = seat(office, call, 'invite');
		const { body } = call;
		const now = Date.now();
		const personId = fields.idOrNull(body, 'personId');
		const invitation = {
			id: newId(),
			production: production.id,
			role: fields.role(body, 'role'),
			personId,
			personName: body.personName == null ? null : fields.line(body, 'personName', 100),
			// Who is one person of the plan comes once.
			uses: fields.whole(body, 'uses', 1, personId ? 1 : 100, 1),
			inviter: session.user.id,
			createdAt: now,
			expiresAt: now + fields.whole(body, 'hours', 1, MAX_HOURS, MAX_HOURS) * HOUR_MS
		};
		const token = newToken();
		invitations.add(invitation, hashToken(token));
		accounts.audit({
			event: 'invited',
			user: session.user.id,
			production: production.id,
			address: call.address,
			detail: { invitation: invitation.id, role: invitation.role }
		});
		return { status: 201, json: { invitation: listed({ ...invitation, used: 0, revokedAt: null }), token } };
	}

	function list(call: Call): Answer {
		const { production } = seat(office, call, 'invite');
		return { json: { invitations: invitations.ofProduction(production.id).map(listed) } };
	}

	function revoke(call: Call): Answer {
		const { production } = seat(office, call, 'invite');
		if (!invitations.revoke(call.params.invitation ?? '', production.id, Date.now())) {
			throw notFound('That invitation');
		}
		return { status: 204 };
	}

	/** A code to be said aloud, for an invitation that still works; the one made for it before ends. */
	function makeCode(call: Call): Answer {
		const { production, session } = seat(office, call, 'invite');
		const invitation = invitations.byId(call.params.invitation ?? '', production.id);
		if (!invitation) throw notFound('That invitation');
		const { id, expiresAt } = stillGood(invitation);
		accounts.audit({
			event: 'join code made',
			user: session.user.id,
			production: production.id,
			address: call.address,
			detail: { invitation: id }
		});
		return { status: 201, json: { joinCode: joinCodes.make(id, expiresAt) } };
	}

	/** What was tried and isn't there counts against the address, whether link or code. */
	function holdOff(call: Call): void {
		if (attempts.invitation.wait(call.address) === 0) return;
		const message = 'Too many invitations that don’t exist were tried from here. Wait 15 min and try again.';
		throw new HttpError(429, 'too-many-tries', message);
	}

	function unknown(call: Call, event: string, error: HttpError): HttpError {
		attempts.invitation.add(call.address);
		accounts.audit({ event, address: call.address });
		return error;
	}

	/** An invitation that still works, or a plain reason why not. */
	function stillGood(invitation: Invitation): Invitation {
		const gone = (code: string, message: string): HttpError => new HttpError(410, code, message);
		const ask = 'Ask for a new one.';
		if (invitation.revokedAt !== null) {
			throw gone('invitation-revoked', `This invitation was withdrawn. ${ask}`);
		}
		if (invitation.expiresAt <= Date.now()) {
			throw gone('invitation-expired', `This invitation is too old. ${ask}`);
		}
		if (invitation.used >= invitation.uses) {
			throw gone('invitation-used', `This invitation was used up. ${ask}`);
		}
		return invitation;
	}

	/** The invitation of a token, its own or one that a code was exchanged for. Wrong tokens are counted. */
	function find(call: Call): { invitation: Invitation; by: 'link' | 'code' } {
		holdOff(call);
		const token = fields.secret(call.body, 'token', 200);
		const spoken = joinCodes.invitationOf(token);
		const invitation = spoken === null ? invitations.find(hashToken(token)) : invitations.byId(spoken);
		if (!invitation) {
			const message = 'This invitation is not known here. Check that the link is complete.';
			throw unknown(call, 'invitation unknown', new HttpError(404, 'invitation-unknown', message));
		}
		return { invitation: stillGood(invitation), by: spoken === null ? 'link' : 'code' };
	}

	/** A code that was said is exchanged for a token, which then works like the one in a link. */
	function takeCode(call: Call): Answer {
		holdOff(call);
		const code = readJoinCode(fields.secret(call.body, 'code', 100));
		if (!code) throw new HttpError(400, 'field', 'A join code has eight letters and digits.', 'code');
		const taken = joinCodes.take(code);
		const invitation = taken && invitations.byId(taken.invitation);
		if (!invitation) {
			const message = 'This join code is not known here, or older than 15 minutes. Ask for a new one.';
			throw unknown(call, 'join code unknown', new HttpError(404, 'join-code-unknown', message, 'code'));
		}
		const { id, production } = stillGood(invitation);
		// A row each time would let one right code fill the table; who joined by it is told of one by one.
		if (taken.first)
			accounts.audit({
				event: 'join code typed',
				production,
				address: call.address,
				detail: { invitation: id }
			});
		return { json: { token: taken.token } };
	}

	function look(call: Call): Answer {
		const { invitation } = find(call);
		const { role, personId, personName, expiresAt } = invitation;
		const inviter = users.find(invitation.inviter)?.name ?? '';
		const title = productions.find(invitation.production)?.title ?? '';
		return { json: { invitation: { title, role, personId, personName, inviter, expiresAt } } };
	}

	function accept(call: Call): Answer {
		const { user } = call.signedIn();
		const { invitation, by } = find(call);
		const { id, production, role, personId } = invitation;
		if (productions.member(production, user.id)) {
			throw new HttpError(409, 'already-member', 'You are a member of this production already.');
		}
		accounts.together(() => {
			if (!invitations.use(id, Date.now())) {
				throw new HttpError(410, 'invitation-used', 'This invitation was used up. Ask for a new one.');
			}
			productions.setMember(production, user.id, { role, personId, keeps: 'none' }, Date.now());
			accounts.audit({
				event: 'joined',
				user: user.id,
				production,
				address: call.address,
				detail: { invitation: id, role, by }
			});
		});
		hub.rights.changed();
		const title = productions.find(production)?.title ?? '';
		return { status: 201, json: { production: { id: production, title, role, personId } } };
	}

	return [
		{ method: 'POST', path: '/api/productions/:production/invitations', handle: invite },
		{ method: 'GET', path: '/api/productions/:production/invitations', handle: list },
		{ method: 'DELETE', path: '/api/productions/:production/invitations/:invitation', handle: revoke },
		{
			method: 'POST',
			path: '/api/productions/:production/invitations/:invitation/code',
			handle: makeCode
		},
		{ method: 'POST', path: '/api/invitations/code', handle: takeCode },
		{ method: 'POST', path: '/api/invitations/look', handle: look },
		{ method: 'POST', path: '/api/invitations/accept', handle: accept }
	];
}
