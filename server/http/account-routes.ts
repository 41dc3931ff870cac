/** Signing up, in and out, recovery, and who am I. */
import { documentAccess, isPersonDocument } from '#lib/domain/people/permissions.ts';
import {
	BusyError,
	checkPassphrase,
	hashPassphrase,
	MAX_PASSPHRASE,
	MIN_PASSPHRASE
} from '../auth/passphrase.ts';
import { hashToken, newId, newRecoveryCode, plainCode } from '../auth/tokens.ts';
import type { User } from '../store/users.ts';
import * as fields from './fields.ts';
import type { Office } from './office.ts';
import { HttpError, type Answer, type Body, type Call, type Route } from './router.ts';

const RECOVERY_CODES = 10;

const wrong = (): HttpError =>
	new HttpError(401, 'wrong-sign-in', 'The name or the passphrase is not right. Check both and try again.');
const busy = (): HttpError =>
	new HttpError(503, 'busy', 'Many people are signing in right now. Try again in a moment.');

/** Runs something that hashes; too many at once is an answer, not a fault. */
async function hashing<T>(work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		throw error instanceof BusyError ? busy() : error;
	}
}

function newPassphrase(body: Body, field: string): string {
	const text = fields.secret(body, field, MAX_PASSPHRASE);
	if ([...text].length < MIN_PASSPHRASE) {
		const message = `The passphrase is too short: it needs ${MIN_PASSPHRASE} characters or more.`;
		throw new HttpError(400, 'passphrase-short', message, field);
	}
	return text;
}

export const person = ({ id, name, guest }: User): { id: string; name: string; guest: boolean } => ({
	id,
	name,
	guest
});

export function accountRoutes(office: Office): Route[] {
	const { accounts, sessions, attempts, hub } = office;
	const { users, productions } = accounts;

	/** Too many failures of this account or address: the same words for names that don't exist. */
	function holdOff(account: string, address: string): void {
		const seconds = Math.max(attempts.account.wait(account), attempts.address.wait(address));
		if (seconds === 0) return;
		const minutes = Math.ceil(seconds / 60);
		const message = `Too many tries that didn’t work. Wait ${minutes} min and try again.`;
		throw new HttpError(429, 'too-many-tries', message);
	}

	function failed(event: string, account: string, user: string | null, address: string): HttpError {
		attempts.account.add(account);
		attempts.address.add(address);
		accounts.audit({ event, user, address });
		return wrong();
	}

	/** A new session in the place of the one that came with the request. */
	function signIn(user: User, { request, response, session }: Call): void {
		if (session) {
			users.endSession(session.id);
			if (session.user.id === user.id) hub.replaceSession(session.id);
		}
		sessions.start(user.id, request, response);
		hub.rights.changed();
	}

	async function signUp(call: Call): Promise<Answer> {
		const name = fields.line(call.body, 'name', fields.MAX_NAME);
		const passphrase = newPassphrase(call.body, 'passphrase');
		if (attempts.signUp.wait(call.address) > 0) {
			throw new HttpError(429, 'too-many-tries', 'Many accounts were made from here. Try again in an hour.');
		}
		const taken = (): HttpError =>
			new HttpError(409, 'name-taken', 'That name is taken. Choose another.', 'name');
		if (users.findByName(name)) throw taken();
		const kept = await hashing(() => hashPassphrase(passphrase));
		const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
		const guest = call.session?.user.guest ? call.session.user : null;
		const user = accounts.together(() => {
			// Somebody may have taken the name while the passphrase was hashed.
			if (users.findByName(name)) throw taken();
			const made = guest
				? users.nameGuest(guest.id, name, kept)
				: users.addAccount(newId(), name, kept, Date.now());
			for (const code of codes) users.addRecoveryCode(made.id, hashToken(plainCode(code)));
			return made;
		});
		attempts.signUp.add(call.address);
		accounts.audit({ event: 'account made', user: user.id, address: call.address });
		signIn(user, call);
		return { status: 201, json: { user: person(user), recoveryCodes: codes } };
	}

	async function logIn(call: Call): Promise<Answer> {
		const name = fields.secret(call.body, 'name', 200);
		const passphrase = fields.secret(call.body, 'passphrase', MAX_PASSPHRASE);
		const account = name.normalize('NFKC').toLowerCase().trim();
		holdOff(account, call.address);
		const user = users.findByName(name);
		if (!(await hashing(() => checkPassphrase(passphrase, user?.passphrase ?? null))) || !user) {
			throw failed('sign-in failed', account, user?.id ?? null, call.address);
		}
		attempts.account.clear(account);
		signIn(user, call);
		return { status: 201, json: { user: person(user) } };
	}

	async function recover(call: Call): Promise<Answer> {
		const name = fields.secret(call.body, 'name', 200);
		const code = fields.secret(call.body, 'code', 100);
		const passphrase = newPassphrase(call.body, 'passphrase');
		const account = name.normalize('NFKC').toLowerCase().trim();
		holdOff(account, call.address);
		const user = users.findByName(name);
		const kept = await hashing(() => hashPassphrase(passphrase));
		const done = accounts.together(() => {
			if (!user || !users.useRecoveryCode(user.id, hashToken(plainCode(code)), Date.now())) return false;
			users.setPassphrase(user.id, kept);
			users.endOtherSessions(user.id, '');
			return true;
		});
		if (!done || !user) {
			failed('recovery failed', account, user?.id ?? null, call.address);
			const message = 'The name or the recovery code is not right, or the code was used before.';
			throw new HttpError(401, 'wrong-recovery', message);
		}
		attempts.account.clear(account);
		accounts.audit({ event: 'recovered', user: user.id, address: call.address });
		signIn(user, call);
		return { status: 201, json: { user: person(user) } };
	}

	async function changePassphrase(call: Call): Promise<Answer> {
		const session = call.signedIn();
		const old = fields.secret(call.body, 'old', MAX_PASSPHRASE);
		const passphrase = newPassphrase(call.body, 'new');
		holdOff(session.user.id, call.address);
		const kept = users.passphraseOf(session.user.id);
		if (!(await hashing(() => checkPassphrase(old, kept)))) {
			failed('passphrase change failed', session.user.id, session.user.id, call.address);
			throw new HttpError(401, 'wrong-passphrase', 'The old passphrase is not right.', 'old');
		}
		const hashed = await hashing(() => hashPassphrase(passphrase));
		accounts.together(() => {
			users.setPassphrase(session.user.id, hashed);
			users.endOtherSessions(session.user.id, session.id);
		});
		hub.rights.changed();
		accounts.audit({ event: 'passphrase changed', user: session.user.id, address: call.address });
		return { status: 204 };
	}

	function signOut({ session, request, response }: Call): Answer {
		if (session) {
			sessions.end(session, request, response);
			hub.rights.changed();
		}
		return { status: 204 };
	}

	function me(call: Call): Answer {
		const { user } = call.signedIn();
		const list = productions.ofUser(user.id).map(({ production, member }) => {
			const { id, title, demo, expiresAt, archivedAt } = production;
			const { role, personId, keeps } = member;
			const kinds = productions
				.documents(id)
				.filter(({ kind, person: of }) => documentAccess(member, kind, of) !== 'none')
				.filter(({ kind, person: of }) => !isPersonDocument(kind) || of === personId)
				.map(({ kind }) => kind);
			return {
				id,
				title,
				role,
				personId,
				keeps,
				demo,
				expiresAt,
				archivedAt,
				documents: [...new Set(kinds)]
			};
		});
		return { json: { user: person(user), productions: list } };
	}

	return [
		{ method: 'POST', path: '/api/accounts', handle: signUp },
		{ method: 'POST', path: '/api/sessions', handle: logIn },
		{ method: 'DELETE', path: '/api/sessions/current', handle: signOut },
		{ method: 'POST', path: '/api/recovery', handle: recover },
		{ method: 'POST', path: '/api/passphrase', handle: changePassphrase },
		{ method: 'GET', path: '/api/me', handle: me }
	];
}
