/** For tests of rights: somebody of every kind there is, around two productions that know nothing of each other. */
import type { Member } from '#lib/domain/people/permissions.ts';
import { ROLES } from '#lib/domain/people/permissions.ts';
import { newId } from '../auth/tokens.ts';
import type { House } from './house.ts';
import type { Person } from './person.ts';

export type Actor = {
	readonly name: string;
	readonly person: Person;
	/** what rights in the production see; null: no member */
	readonly member: Member | null;
	/** the person of the plan this actor is */
	readonly personId: string | null;
};

/** A production with something behind each of its addresses. */
export type Place = {
	readonly production: string;
	/** a person of the plan who is none of the actors */
	readonly other: string;
	readonly invitation: string;
	readonly station: string;
	/** user id of its producer */
	readonly user: string;
};

export type Cast = {
	readonly producer: Person;
	readonly here: Place;
	readonly elsewhere: Place;
	readonly actors: readonly Actor[];
};

async function furnish(house: House, producer: Person): Promise<Place> {
	const production = await house.production(producer);
	const other = newId();
	const path = (rest: string): string => `/api/productions/${production}${rest}`;
	await producer.expect(200, 'POST', path('/people'), { personIds: [other] });
	const { invitation } = await producer.expect(201, 'POST', path('/invitations'), { role: 'crew' });
	const { station } = await producer.expect(201, 'POST', path('/stations'), { name: 'Truck', people: [] });
	return { production, other, invitation: invitation.id, station: station.id, user: producer.id };
}

/** Fills a house with them; a station keeps the hours of `here.other`. */
export async function castOf(house: House): Promise<Cast> {
	const producer = await house.person('Mei');
	const here = await furnish(house, producer);
	const boss = await house.person('Elsewhere');
	const elsewhere = await furnish(house, boss);
	const { other } = here;
	const parts: [string, Member['role'], Member['keeps']][] = [
		...ROLES.map((role): [string, Member['role'], Member['keeps']] => [role, role, 'none']),
		['planner who keeps all hours', 'planner', 'all'],
		['planner who keeps one person’s hours', 'planner', [other]]
	];
	const actors: Actor[] = [];
	for (const [name, role, keeps] of parts) {
		const personId = newId();
		const person = await house.member(producer, here.production, role, { personId, keeps });
		actors.push({ name, person, member: { role, personId, keeps }, personId });
	}
	const tablet = house.stranger();
	const { token } = await producer.expect(201, 'POST', `/api/productions/${here.production}/stations`, {
		name: 'Unit base',
		people: [{ personId: other, name: 'Wang' }]
	});
	const { station } = await tablet.expect(201, 'POST', '/api/stations/enrol', { token });
	tablet.id = station.id;
	actors.push(
		{
			name: 'station',
			person: tablet,
			member: { role: 'station', personId: null, keeps: [other] },
			personId: null
		},
		{ name: 'producer of another production', person: boss, member: null, personId: null },
		{ name: 'somebody without any', person: await house.person('Nobody'), member: null, personId: null },
		{ name: 'somebody not signed in', person: house.stranger(), member: null, personId: null }
	);
	return { producer, here, elsewhere, actors };
}

/** Whether somebody has a session of their own: a station has a cookie and no session. */
export const isSignedIn = ({ person, member }: Actor): boolean =>
	person.cookie !== '' && member?.role !== 'station';
