/**
 * Every route × every kind of person × {own, another's, another production's}. The routes are read from the router:
 * one without a row here fails, and so does an unexpected success.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ACTIONS, mayDo, type Action } from '#lib/domain/people/permissions.ts';
import { newId } from '../auth/tokens.ts';
import { castOf, isSignedIn, type Actor, type Cast, type Place } from '../testing/cast.ts';
import { openHouse, type House } from '../testing/house.ts';
import type { Fields } from '../testing/person.ts';

type Row = {
	/** an action of a production's member; who is signed in; a station; anybody at all */
	readonly may: Action | 'who is signed in' | 'a station' | 'anybody';
	/** what is sent; `actor` where it is about oneself */
	readonly body?: (actor: Actor) => object;
	readonly query?: string;
	/** the answer to whoever may; with a code where it is a refusal of another kind */
	readonly answer: string;
};

const P = '/api/productions/:production';
/**
 * Where an address names a second thing (a member, an invitation, a station), it is asked for one that is really
 * there and belongs to the other production: who may, is told that it isn't here, and nothing happens to it.
 */
const NOT_HERE = '404 not-found';
const ROWS: Readonly<Record<string, Row>> = {
	'GET /api/me': { may: 'who is signed in', answer: '200' },
	'POST /api/demo': { may: 'anybody', answer: '429 too-many-demos' },
	'POST /api/accounts': {
		may: 'anybody',
		body: () => ({ name: 'Mei 1', passphrase: 'rain over the harbour' }),
		answer: '409 name-taken'
	},
	'POST /api/sessions': {
		may: 'anybody',
		body: () => ({ name: newId(), passphrase: 'not this one' }),
		answer: '401 wrong-sign-in'
	},
	'POST /api/recovery': {
		may: 'anybody',
		body: () => ({ name: newId(), code: 'none', passphrase: 'not this one' }),
		answer: '401 wrong-recovery'
	},
	'POST /api/passphrase': {
		may: 'who is signed in',
		body: () => ({ old: 'not this one', new: 'a new beginning' }),
		answer: '401 wrong-passphrase'
	},
	'POST /api/productions': {
		may: 'who is signed in',
		body: () => ({ id: cast.here.production, title: 'Taken over' }),
		answer: '409 id-taken'
	},
	'POST /api/productions/import': {
		may: 'who is signed in',
		body: () => ({ no: 'file' }),
		answer: '400 file-other'
	},
	[`PATCH ${P}`]: { may: 'writeProduction', body: () => ({ title: 'Rain' }), answer: '200' },
	[`POST ${P}/people`]: {
		may: 'registerPerson',
		body: () => ({ personIds: [cast.here.other] }),
		answer: '200'
	},
	[`GET ${P}/members`]: { may: 'readMembers', answer: '200' },
	[`PATCH ${P}/members/:user`]: {
		may: 'writeMembers',
		body: () => ({ role: 'viewer' }),
		answer: NOT_HERE
	},
	[`DELETE ${P}/members/:user`]: { may: 'writeMembers', answer: NOT_HERE },
	[`POST ${P}/invitations`]: { may: 'invite', body: () => ({ role: 'crew' }), answer: '201' },
	[`GET ${P}/invitations`]: { may: 'invite', answer: '200' },
	[`DELETE ${P}/invitations/:invitation`]: { may: 'invite', answer: NOT_HERE },
	[`POST ${P}/invitations/:invitation/code`]: { may: 'invite', answer: NOT_HERE },
	'POST /api/invitations/look': {
		may: 'anybody',
		body: () => ({ token: 'none' }),
		answer: '404 invitation-unknown'
	},
	'POST /api/invitations/code': {
		may: 'anybody',
		body: () => ({ code: 'ZZZZZZZZ' }),
		answer: '404 join-code-unknown'
	},
	'POST /api/invitations/accept': {
		may: 'who is signed in',
		body: () => ({ token: 'none' }),
		answer: '404 invitation-unknown'
	},
	[`GET ${P}/export`]: { may: 'exportProduction', answer: '200' },
	[`GET ${P}/history`]: { may: 'readHistory', query: `?table=scenes&row=${'y'.repeat(22)}`, answer: '200' },
	[`GET ${P}/hours/openings`]: { may: 'readMembers', answer: '200' },
	[`GET ${P}/hours/record`]: { may: 'readMembers', answer: '200' },
	[`POST ${P}/stations`]: { may: 'enrolStation', body: () => ({ name: 'Van', people: [] }), answer: '201' },
	[`GET ${P}/stations`]: { may: 'enrolStation', answer: '200' },
	[`PATCH ${P}/stations/:station`]: {
		may: 'enrolStation',
		body: () => ({ people: [] }),
		answer: NOT_HERE
	},
	[`DELETE ${P}/stations/:station`]: { may: 'enrolStation', answer: NOT_HERE },
	// Whose PIN one may set depends on the person: see stations.test.ts. Here everybody sets the own one.
	[`POST ${P}/pins`]: {
		may: 'setPin',
		body: ({ personId }) => ({ personId: personId ?? newId(), pin: '4711' }),
		answer: '204'
	},
	[`GET ${P}/pins`]: { may: 'setPin', answer: '200' },
	'POST /api/stations/enrol': {
		may: 'anybody',
		body: () => ({ token: 'none' }),
		answer: '404 station-unknown'
	},
	'GET /api/station': { may: 'a station', answer: '200' },
	// These two end what the actor is, so they come last. Who has nothing to end has ended nothing.
	'DELETE /api/sessions/current': { may: 'anybody', answer: '204' },
	'DELETE /api/station': { may: 'anybody', answer: '204' }
};

let house: House;
let cast: Cast;
beforeAll(async () => {
	house = await openHouse({ failuresPerAddress: 10_000, invitationTries: 10_000, demosPerHour: 1 });
	cast = await castOf(house);
	await house.stranger().expect(201, 'POST', '/api/demo', {});
}, 60_000);
afterAll(() => house.close());

const of = (route: string): { method: string; path: string } => {
	const [method = '', path = ''] = route.split(' ');
	return { method, path };
};
const fill = (path: string, params: Readonly<Record<string, string>>): string =>
	path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '');

/** What one actor is told at a route, as `status code`. */
async function ask(actor: Actor, route: string, params: Place): Promise<string> {
	const { method, path } = of(route);
	const { body, query = '' } = ROWS[route] as Row;
	const reply = await actor.person.call(method, fill(path, params) + query, body?.(actor));
	const code = (reply.json as Fields).error?.code as string | undefined;
	return code ? `${reply.status} ${code}` : `${reply.status}`;
}

/** What the table says an actor is told. */
function right(actor: Actor, { may, answer }: Row, isMember: boolean): string {
	if (may === 'anybody') return answer;
	if (may === 'a station') return actor.member?.role === 'station' ? answer : '401 signed-out';
	if (!isSignedIn(actor)) return '401 signed-out';
	if (may === 'who is signed in') return answer;
	if (!isMember) return '404 not-found';
	return mayDo(actor.member, may) ? answer : '403 no-right';
}

/** All that another production has, as its producer sees it. */
async function stateElsewhere(): Promise<unknown> {
	const boss = cast.actors.find(({ name }) => name === 'producer of another production')?.person;
	const path = `/api/productions/${cast.elsewhere.production}`;
	return Promise.all(
		['/members', '/invitations', '/stations', '/pins'].map((rest) => boss?.expect(200, 'GET', path + rest))
	);
}

test('every route of the server stands in the table of who may use it, and no other does', () => {
	expect(Object.keys(ROWS).sort()).toEqual([...house.routes].sort());
	const actions = new Set(Object.values(ROWS).map(({ may }) => may));
	for (const action of Object.keys(ACTIONS)) expect(actions).toContain(action);
});

test('each kind of person is told at each route exactly what the table says, and nothing of another production', async () => {
	const before = await stateElsewhere();
	// Things of the other production, asked for under one's own: rights here open nothing there.
	const mixed: Place = { ...cast.elsewhere, production: cast.here.production };
	const inProduction = Object.keys(ROWS).filter((route) => route.includes(':production'));
	for (const actor of cast.actors) {
		for (const route of inProduction) {
			const found = await ask(actor, route, mixed);
			const due = right(actor, ROWS[route] as Row, actor.member !== null);
			expect(`${actor.name}, ${route}: ${found}`).toBe(`${actor.name}, ${route}: ${due}`);
			if (actor.name === 'producer of another production') continue;
			const foreign = await ask(actor, route, cast.elsewhere);
			const closed = isSignedIn(actor) ? '404 not-found' : '401 signed-out';
			expect(`${actor.name}, ${route}, elsewhere: ${foreign}`).toBe(
				`${actor.name}, ${route}, elsewhere: ${closed}`
			);
		}
	}
	expect(await stateElsewhere()).toEqual(before);
}, 120_000);

test('each kind of person is told at each route of the house exactly what the table says', async () => {
	const ofHouse = Object.keys(ROWS).filter((route) => !route.includes(':production'));
	for (const actor of cast.actors) {
		for (const route of ofHouse) {
			const found = await ask(actor, route, cast.here);
			expect(`${actor.name}, ${route}: ${found}`).toBe(
				`${actor.name}, ${route}: ${right(actor, ROWS[route] as Row, false)}`
			);
		}
		// Signed out, or no station any more: whoever it was, they are nobody now.
		expect(await actor.person.refused('GET', '/api/me')).toBe('401 signed-out');
		expect(await actor.person.refused('GET', '/api/station')).toBe('401 signed-out');
	}
}, 120_000);
