/** Signing up, in and out, recovery, and who am I. */
import { nameKey } from '#lib/domain/people/name-key.ts';
import { documentAccess, isPersonDocument } from '#lib/domain/people/permissions.ts';
import { checkPassphrase, hashPassphrase, MAX_PASSPHRASE, MIN_PASSPHRASE } from '../auth/passphrase.ts';
import { hashToken, newId, newRecoveryCode, plainCode } from '../auth/tokens.ts';
import type { User } from '../store/users.ts';
import { busy, orBusy } from './busy.ts';
import * as fields from './fields.ts';
import type { Office } from './office.ts';
import { HttpError, type Answer, type Body, type Call, type Route } from './router.ts';

const RECOVERY_CODES = 10;

const wrong = (): HttpError =>
	new HttpError(401, 'wrong-sign-in', 'The name or the passphrase is not right. Check both and try again.');

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
		// A crew that signs in together at one address has failed at nothing yet.
		if (attempts.account.wait(account) === 0 && attempts.address.isBusy(address)) throw busy();
		const minutes = Math.ceil(seconds / 60);
		const message = `Too many tries that didn’t work. Wait ${minutes} min and try again.`;
		throw new HttpError(429, 'too-many-tries', message);
	}

	/**
	 * One guess at a secret. It counts before anything is hashed, so that guesses sent at once don't all find the
	 * count low; a right one is taken back, and clears the account's.
	 * @param check answers null when the guess was wrong
	 */
	async function guess<T>(
		about: { event: string; account: string; user: string | null; address: string; wrong: HttpError },
		check: () => Promise<T | null>
	): Promise<T> {
		const { event, account, user, address } = about;
		holdOff(account, address);
		const tries = [attempts.account.begin(account), attempts.address.begin(address)];
		let found: T | null = null;
		try {
			found = await orBusy(check);
		} catch (error) {
			// Nothing was compared.
			for (const one of tries) one.undo();
			throw error;
		}
		if (found === null) {
			for (const one of tries) one.keep();
			accounts.audit({ event, user, address });
			throw about.wrong;
		}
		for (const one of tries) one.undo();
		attempts.account.clear(account);
		return found;
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

	/** New recovery codes in the place of all there were. */
	function giveCodes(user: string): string[] {
		const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
		users.setRecoveryCodes(
			user,
			codes.map((code) => hashToken(plainCode(code)))
		);
		return codes;
	}

	async function signUp(call: Call): Promise<Answer> {
		const name = fields.line(call.body, 'name', fields.MAX_NAME);
		const passphrase = newPassphrase(call.body, 'passphrase');
		if (attempts.signUp.wait(call.address) > 0) {
			if (attempts.signUp.isBusy(call.address)) throw busy();
			throw new HttpError(429, 'too-many-tries', 'Many accounts were made from here. Try again in an hour.');
		}
		const taken = (): HttpError =>
			new HttpError(409, 'name-taken', 'That name is taken. Choose another.', 'name');
		if (users.findByName(name)) throw taken();
		const making = attempts.signUp.begin(call.address);
		try {
			const kept = await orBusy(() => hashPassphrase(passphrase));
			const guest = call.session?.user.guest ? call.session.user : null;
			const { made: user, codes } = accounts.together(() => {
				// Somebody may have taken the name while the passphrase was hashed.
				if (users.findByName(name)) throw taken();
				const made = guest
					? users.nameGuest(guest.id, name, kept)
					: users.addAccount(newId(), name, kept, Date.now());
				return { made, codes: giveCodes(made.id) };
			});
			making.keep();
			accounts.audit({ event: 'account made', user: user.id, address: call.address });
			signIn(user, call);
			return { status: 201, json: { user: person(user), recoveryCodes: codes } };
		} catch (error) {
			making.undo();
			throw error;
		}
	}

	async function logIn(call: Call): Promise<Answer> {
		const name = fields.secret(call.body, 'name', 200);
		const passphrase = fields.secret(call.body, 'passphrase', MAX_PASSPHRASE);
		const found = users.findByName(name);
		const user = await guess(
			{
				event: 'sign-in failed',
				account: nameKey(name),
				user: found?.id ?? null,
				address: call.address,
				wrong: wrong()
			},
			async () => ((await checkPassphrase(passphrase, found?.passphrase ?? null)) ? found : null)
		);
		signIn(user, call);
		return { status: 201, json: { user: person(user) } };
	}

	async function recover(call: Call): Promise<Answer> {
		const name = fields.secret(call.body, 'name', 200);
		const code = hashToken(plainCode(fields.secret(call.body, 'code', 100)));
		const passphrase = newPassphrase(call.body, 'passphrase');
		const found = users.findByName(name);
		const message = 'The name or the recovery code is not right, or the code was used before.';
		const { user, recoveryCodes } = await guess(
			{
				event: 'recovery failed',
				account: nameKey(name),
				user: found?.id ?? null,
				address: call.address,
				wrong: new HttpError(401, 'wrong-recovery', message)
			},
			async () => {
				const kept = await hashPassphrase(passphrase);
				return accounts.together(() => {
					if (!found) return null;
					const byOperator = users.useOneTimeCode(found.id, code, Date.now());
					if (!byOperator && !users.useRecoveryCode(found.id, code, Date.now())) return null;
					users.setPassphrase(found.id, kept);
					users.endOtherSessions(found.id, '');
					// Who had to ask the operator has no recovery codes left, or somebody else has them.
					return { user: found, recoveryCodes: byOperator ? giveCodes(found.id) : null };
				});
			}
		);
		accounts.audit({
			event: 'recovered',
			user: user.id,
			address: call.address,
			detail: { by: recoveryCodes ? 'one-time code' : 'recovery code' }
		});
		signIn(user, call);
		return { status: 201, json: { user: person(user), ...(recoveryCodes ? { recoveryCodes } : {}) } };
	}

	async function changePassphrase(call: Call): Promise<Answer> {
		const { id: session, user } = call.signedIn();
		const old = fields.secret(call.body, 'old', MAX_PASSPHRASE);
		const passphrase = newPassphrase(call.body, 'new');
		await guess(
			{
				event: 'passphrase change failed',
				account: user.id,
				user: user.id,
				address: call.address,
				wrong: new HttpError(401, 'wrong-passphrase', 'The old passphrase is not right.', 'old')
			},
			async () => ((await checkPassphrase(old, users.passphraseOf(user.id))) ? true : null)
		);
		const hashed = await orBusy(() => hashPassphrase(passphrase));
		accounts.together(() => {
			users.setPassphrase(user.id, hashed);
			users.endOtherSessions(user.id, session);
		});
		hub.rights.changed();
		accounts.audit({ event: 'passphrase changed', user: user.id, address: call.address });
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
