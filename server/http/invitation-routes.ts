/** Invitations: one production, one role, perhaps one person of its plan; a secret in a link or QR code. */
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
	const { accounts, attempts, hub } = office;
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

	/** The invitation of a token, if it still works; else a plain reason. Wrong tokens are counted. */
	function find(call: Call): Invitation {
		if (attempts.invitation.wait(call.address) > 0) {
			const message =
				'Too many invitations that don’t exist were tried from here. Wait 15 min and try again.';
			throw new HttpError(429, 'too-many-tries', message);
		}
		const invitation = invitations.find(hashToken(fields.secret(call.body, 'token', 200)));
		if (!invitation) {
			attempts.invitation.add(call.address);
			accounts.audit({ event: 'invitation unknown', address: call.address });
			const message = 'This invitation is not known here. Check that the link is complete.';
			throw new HttpError(404, 'invitation-unknown', message);
		}
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

	function look(call: Call): Answer {
		const invitation = find(call);
		const { role, personId, personName, expiresAt } = invitation;
		const inviter = users.find(invitation.inviter)?.name ?? '';
		const title = productions.find(invitation.production)?.title ?? '';
		return { json: { invitation: { title, role, personId, personName, inviter, expiresAt } } };
	}

	function accept(call: Call): Answer {
		const { user } = call.signedIn();
		const invitation = find(call);
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
				detail: { invitation: id, role }
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
		{ method: 'POST', path: '/api/invitations/look', handle: look },
		{ method: 'POST', path: '/api/invitations/accept', handle: accept }
	];
}
