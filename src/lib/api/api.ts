/** The server's routes as functions. Shapes follow `server/http`; what is read is checked, not assumed. */
import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import { ROLES, type DocumentKind, type Role } from '#lib/domain/people/permissions.ts';
import type { Answer } from './answer.ts';
import { ask } from './ask.ts';
import { oweSignOut, settleSignOut, staySignedIn } from './sign-out-owed.ts';
import { receive, send } from './transfer.ts';

/** The demo productions there are (`server/http/demo-routes.ts`): B is the one a newcomer opens. */
export type WhichDemo = 'A' | 'B' | 'C';

export type { Answer, Refusal } from './answer.ts';

export type User = { readonly id: string; readonly name: string; readonly guest: boolean };
export type Keeps = 'none' | 'all' | readonly string[];

/** A production as its member's list has it. Times are milliseconds since 1970. */
export type Membership = {
	readonly id: string;
	readonly title: string;
	readonly role: Role;
	readonly personId: string | null;
	readonly keeps: Keeps;
	readonly demo: boolean;
	readonly expiresAt: number | null;
	readonly archivedAt: number | null;
	/** kinds of documents this member may open */
	readonly documents: readonly DocumentKind[];
};
export type Me = { readonly user: User; readonly productions: readonly Membership[] };

export type MemberListed = {
	readonly userId: string;
	readonly name: string;
	readonly role: Role;
	readonly personId: string | null;
	readonly keeps: Keeps;
};

export type Invitation = {
	readonly id: string;
	readonly role: Role;
	readonly personId: string | null;
	readonly personName: string | null;
	readonly uses: number;
	readonly used: number;
	readonly inviter: string;
	readonly createdAt: number;
	readonly expiresAt: number;
	readonly revokedAt: number | null;
};

/** What an invitation says to whoever holds it, before they are anybody. */
export type InvitationLook = {
	readonly title: string;
	readonly role: Role;
	readonly personId: string | null;
	readonly personName: string | null;
	readonly inviter: string;
	readonly expiresAt: number;
};

/** One change to a row of the plan, as the server's log tells it. */
export type RowChange = {
	/** when the server received it */
	readonly at: number;
	readonly userId: string;
	/** null: an account that is gone, or the server itself (a demo) */
	readonly name: string | null;
	readonly kind: 'made' | 'set' | 'away' | 'back';
	readonly field?: string;
	/** values before and after; for a set of ids those taken out and put in */
	readonly before?: unknown;
	readonly after?: unknown;
};

export type StationPerson = {
	readonly personId: string;
	readonly name: string;
	readonly department?: string;
};
/** A station as the planner who enrols it sees it. Times are milliseconds since 1970. */
export type Station = {
	readonly id: string;
	readonly name: string;
	readonly people: readonly StationPerson[];
	readonly createdAt: number;
	/** null: no tablet has taken it yet */
	readonly enrolledAt: number | null;
	readonly revokedAt: number | null;
	/** when its tablet last asked for something; null: never */
	readonly seenAt: number | null;
};
/** Minutes are those after the date's midnight, on the production's clock. */
export type StationCalls = {
	/** the dates it tells of */
	readonly dates: readonly DayKey[];
	readonly list: readonly {
		readonly personId: string;
		readonly date: DayKey;
		readonly callAt: number;
		readonly wrapAt: number;
	}[];
};
/** A station as its tablet sees it. */
export type StationLook = {
	readonly station: {
		readonly id: string;
		readonly name: string;
		/** of the production's clock; null: the tablet's own */
		readonly zone: string | null;
		readonly production: { readonly id: string; readonly title: string };
	};
	readonly people: readonly (StationPerson & {
		/** PBKDF2 with SHA-256, salt and hash in base64url; null: none is set */
		readonly pin: { readonly salt: string; readonly iterations: number; readonly hash: string } | null;
	})[];
	/** when the board calls them on some dates around today; null or left out: not known */
	readonly calls?: StationCalls | null;
};

/** Who may read one's own hours, and who has. */
export type HoursOpenings = {
	readonly readers: readonly { readonly userId: string; readonly name: string; readonly role: Role }[];
	readonly opened: readonly {
		readonly userId: string;
		readonly name: string;
		readonly firstAt: number;
		readonly lastAt: number;
	}[];
};

/** Rows of the record as they are hashed: SHA-256 of the hash before, the fields as one JSON line, and the bytes. */
export type OwnRecord = {
	readonly production: string;
	readonly head: { readonly seq: number; readonly hash: string };
	readonly rows: readonly {
		readonly seq: number;
		readonly document: string;
		readonly user: string;
		readonly device: string;
		readonly at: number;
		/** base64url, as the two hashes */
		readonly bytes: string;
		readonly before: string;
		readonly hash: string;
	}[];
};

type Json = Record<string, unknown>;
const nothing = (): true => true;
const isRole = (raw: unknown): raw is Role => (ROLES as readonly unknown[]).includes(raw);
const within =
	<T>(key: string, ...needed: string[]) =>
	(json: Json): T | null => {
		const value = json[key];
		if (typeof value !== 'object' || value === null) return null;
		return needed.every((field) => (value as Json)[field] !== undefined) ? (value as T) : null;
	};
const listIn =
	<T>(key: string) =>
	(json: Json): readonly T[] | null =>
		Array.isArray(json[key]) ? (json[key] as T[]) : null;

/** Reads who is here from an answer or from this device's storage; null for anything else. */
export function readMe(json: unknown): Me | null {
	if (typeof json !== 'object' || json === null) return null;
	const { user, productions } = json as Json;
	if (typeof user !== 'object' || user === null || !Array.isArray(productions)) return null;
	const { id, name, guest } = user as Json;
	if (typeof id !== 'string' || typeof name !== 'string') return null;
	return {
		user: { id, name, guest: guest === true },
		productions: productions.filter(
			(p: unknown): p is Membership =>
				typeof p === 'object' && p !== null && typeof (p as Json).id === 'string' && isRole((p as Json).role)
		)
	};
}

/** Reads what a station is from an answer or from this device's storage; null for anything else. */
export const readStation = (json: Json): StationLook | null =>
	within('station', 'id', 'production')(json) && Array.isArray(json.people)
		? (json as unknown as StationLook)
		: null;
const at = (production: string, rest = ''): string => `/productions/${encodeURIComponent(production)}${rest}`;
const user = within<User>('user', 'id', 'name');
const named = within<{ id: string; title: string }>('production', 'id');

export const api = {
	me: (): Promise<Answer<Me>> => ask('GET', '/me', readMe),

	/** @param language the language the demo is written in */
	openDemo: (language: string, which: WhichDemo): Promise<Answer<{ id: string; title: string }>> =>
		ask('POST', '/demo', named, { language, which }),

	createAccount: (
		name: string,
		passphrase: string
	): Promise<Answer<{ user: User; recoveryCodes: readonly string[] }>> =>
		ask(
			'POST',
			'/accounts',
			(json) => {
				const made = user(json);
				const recoveryCodes = listIn<string>('recoveryCodes')(json);
				return made && recoveryCodes ? { user: made, recoveryCodes } : null;
			},
			{ name, passphrase }
		),
	signIn: (name: string, passphrase: string): Promise<Answer<User>> =>
		ask('POST', '/sessions', user, { name, passphrase }),
	/** Without a network it is owed: the server hears of it before anything else is asked, also after a restart. */
	signOut: (): Promise<Answer<true>> => oweSignOut(),
	settleSignOut,
	staySignedIn,
	/** With the operator's one-time code new recovery codes come along. */
	recover: (
		name: string,
		code: string,
		passphrase: string
	): Promise<Answer<{ user: User; recoveryCodes: readonly string[] | null }>> =>
		ask(
			'POST',
			'/recovery',
			(json) => {
				const known = user(json);
				return known && { user: known, recoveryCodes: listIn<string>('recoveryCodes')(json) };
			},
			{ name, code, passphrase }
		),
	changePassphrase: (old: string, next: string): Promise<Answer<true>> =>
		ask('POST', '/passphrase', nothing, { old, new: next }),

	createProduction: (id: string, title: string): Promise<Answer<{ id: string; title: string }>> =>
		ask('POST', '/productions', named, { id, title }),
	changeProduction: (
		id: string,
		change: { title?: string; archived?: boolean }
	): Promise<Answer<{ id: string; title: string }>> => ask('PATCH', at(id), named, change),
	/** The production as one file. @param onprogress bytes that have come so far */
	exportProduction: (id: string, onprogress: (bytes: number) => void): Promise<Answer<Blob>> =>
		receive(at(id, '/export'), onprogress),
	/** Takes a production file in, with the asker as its producer. @param onprogress the part that is sent, 0 to 1 */
	importProduction: (
		file: Blob,
		onprogress: (part: number) => void
	): Promise<Answer<{ id: string; title: string }>> => send('/productions/import', file, named, onprogress),
	/** Registers the documents of people who were added to the plan. */
	registerPeople: (id: string, personIds: readonly string[]): Promise<Answer<true>> =>
		ask('POST', at(id, '/people'), nothing, { personIds }),

	/** Who changed what in one row of the plan, newest first. */
	history: (
		id: string,
		table: string,
		row: string
	): Promise<Answer<{ changes: readonly RowChange[]; more: boolean }>> =>
		ask('GET', at(id, `/history?${new URLSearchParams({ table, row })}`), (json) => {
			const changes = listIn<RowChange>('changes')(json);
			return changes ? { changes, more: json.more === true } : null;
		}),

	/** Who can see one's own hours, and who has opened them (times in ms since 1970). */
	openings: (id: string): Promise<Answer<HoursOpenings>> =>
		ask('GET', at(id, '/hours/openings'), (json) =>
			Array.isArray(json.readers) && Array.isArray(json.opened) ? (json as unknown as HoursOpenings) : null
		),
	/** The rows of one's own hours in the server's record, each with the hash before it, and the chain's head. */
	ownRecord: (id: string): Promise<Answer<OwnRecord>> =>
		ask('GET', at(id, '/hours/record'), (json) =>
			Array.isArray(json.rows) && typeof json.head === 'object' ? (json as unknown as OwnRecord) : null
		),
	members: (id: string): Promise<Answer<readonly MemberListed[]>> =>
		ask('GET', at(id, '/members'), listIn<MemberListed>('members')),
	changeMember: (
		id: string,
		userId: string,
		change: { role?: Role; personId?: string | null; keeps?: Keeps }
	): Promise<Answer<true>> => ask('PATCH', at(id, `/members/${encodeURIComponent(userId)}`), nothing, change),
	removeMember: (id: string, userId: string): Promise<Answer<true>> =>
		ask('DELETE', at(id, `/members/${encodeURIComponent(userId)}`), nothing),

	invite: (
		id: string,
		invitation: {
			role: Role;
			personId?: string | null;
			personName?: string | null;
			uses?: number;
			hours?: number;
		}
	): Promise<Answer<{ invitation: Invitation; token: string }>> =>
		ask(
			'POST',
			at(id, '/invitations'),
			(json) => {
				const made = within<Invitation>('invitation', 'id', 'role')(json);
				return made && typeof json.token === 'string' ? { invitation: made, token: json.token } : null;
			},
			invitation
		),
	invitations: (id: string): Promise<Answer<readonly Invitation[]>> =>
		ask('GET', at(id, '/invitations'), listIn<Invitation>('invitations')),
	revokeInvitation: (id: string, invitation: string): Promise<Answer<true>> =>
		ask('DELETE', at(id, `/invitations/${encodeURIComponent(invitation)}`), nothing),

	/** A shared tablet that adds hours of these people; its token works once, within an hour. */
	enrolStation: (
		id: string,
		name: string,
		zone: string,
		people: readonly StationPerson[]
	): Promise<Answer<{ station: Station; token: string; expiresAt: number }>> =>
		ask(
			'POST',
			at(id, '/stations'),
			(json) => {
				const station = within<Station>('station', 'id', 'people')(json);
				const { token, expiresAt } = json;
				return station && typeof token === 'string' && typeof expiresAt === 'number'
					? { station, token, expiresAt }
					: null;
			},
			{ name, zone, people }
		),
	stations: (id: string): Promise<Answer<readonly Station[]>> =>
		ask('GET', at(id, '/stations'), listIn<Station>('stations')),
	changeStation: (id: string, station: string, people: readonly StationPerson[]): Promise<Answer<true>> =>
		ask('PATCH', at(id, `/stations/${encodeURIComponent(station)}`), nothing, { people }),
	endStation: (id: string, station: string): Promise<Answer<true>> =>
		ask('DELETE', at(id, `/stations/${encodeURIComponent(station)}`), nothing),
	setPin: (id: string, personId: string, pin: string): Promise<Answer<true>> =>
		ask('POST', at(id, '/pins'), nothing, { personId, pin }),
	/** Ids of the people who have a PIN, as far as the asker may know. */
	pins: (id: string): Promise<Answer<readonly string[]>> =>
		ask('GET', at(id, '/pins'), listIn<string>('people')),
	/** This tablet becomes the station of a token. */
	becomeStation: (token: string): Promise<Answer<StationLook>> =>
		ask('POST', '/stations/enrol', readStation, { token }),
	/** The station this tablet is: whom it may ask, and their PINs to check without a network. */
	station: (): Promise<Answer<StationLook>> => ask('GET', '/station', readStation),
	/** This tablet is no station any more. */
	leaveStation: (): Promise<Answer<true>> => ask('DELETE', '/station', nothing),

	/** A code to say aloud for an invitation; the one before it ends. `seconds`: how long it is good for. */
	makeJoinCode: (id: string, invitation: string): Promise<Answer<{ code: string; seconds: number }>> =>
		ask(
			'POST',
			at(id, `/invitations/${encodeURIComponent(invitation)}/code`),
			within('joinCode', 'code', 'seconds')
		),
	/** Exchanges a join code for a token like the one in an invitation's link. */
	takeJoinCode: (code: string): Promise<Answer<string>> =>
		ask('POST', '/invitations/code', ({ token }) => (typeof token === 'string' ? token : null), { code }),
	lookAtInvitation: (token: string): Promise<Answer<InvitationLook>> =>
		ask('POST', '/invitations/look', within<InvitationLook>('invitation', 'title', 'role'), { token }),
	acceptInvitation: (token: string): Promise<Answer<{ id: string; title: string; role: Role }>> =>
		ask('POST', '/invitations/accept', within('production', 'id', 'role'), { token })
};
