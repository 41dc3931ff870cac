/** Stations: enrolled by a planner, taken by a tablet, ended at once; and the PINs people give there. */
import { DEPARTMENTS } from '#lib/domain/schedule/records.ts';
import { isZone } from '#lib/domain/calendar/zone.ts';
import { pinProblem } from '#lib/domain/people/pin.ts';
import { hashPin } from '../auth/pins.ts';
import { hashToken, newId, newToken } from '../auth/tokens.ts';
import type { Station, StationPerson } from '../store/stations.ts';
import { orBusy } from './busy.ts';
import * as fields from './fields.ts';
import type { Office } from './office.ts';
import { seat } from './production-routes.ts';
import { log } from '../log.ts';
import { HttpError, notFound, type Answer, type Body, type Call, type Route } from './router.ts';

/** Long enough to walk to the truck with a QR code. */
const TOKEN_MS = 3_600_000;
const MAX_PEOPLE = 500;
const MAX_STATIONS = 50;

const listed = ({ id, name, people, createdAt, enrolledAt, revokedAt, seenAt }: Station) => ({
	id,
	name,
	people,
	createdAt,
	enrolledAt,
	revokedAt,
	seenAt
});

function people(body: Body): StationPerson[] {
	const list: unknown = body.people;
	if (!Array.isArray(list) || list.length > MAX_PEOPLE) {
		throw new HttpError(400, 'field', `“people” is not a list of at most ${MAX_PEOPLE}.`, 'people');
	}
	return list.map((one: unknown) => {
		const person = (typeof one === 'object' && one !== null ? one : {}) as Body;
		const department = DEPARTMENTS.find((one) => one === person.department);
		const { personId, name } = {
			personId: fields.id(person, 'personId'),
			name: fields.line(person, 'name', 100)
		};
		return department ? { personId, name, department } : { personId, name };
	});
}

export function stationRoutes(office: Office): Route[] {
	const { accounts, hub, sessions, attempts } = office;
	const { stations, productions } = accounts;

	/** The zone the production's clock is in, where whoever enrols says it. */
	function zoneOf({ zone }: Body): string | null {
		if (zone === undefined || zone === null) return null;
		if (typeof zone === 'string' && isZone(zone)) return zone;
		throw new HttpError(400, 'field', '“zone” is no time zone known here.', 'zone');
	}

	function enrol(call: Call): Answer {
		const { production, session } = seat(office, call, 'enrolStation');
		const open = stations.ofProduction(production.id).filter(({ revokedAt }) => revokedAt === null);
		if (open.length >= MAX_STATIONS) {
			throw new HttpError(409, 'too-many-stations', `There are ${MAX_STATIONS} stations. End one first.`);
		}
		const token = newToken();
		const now = Date.now();
		const station = {
			id: newId(),
			production: production.id,
			name: fields.line(call.body, 'name', fields.MAX_NAME),
			people: people(call.body),
			zone: zoneOf(call.body),
			enroller: session.user.id,
			createdAt: now
		};
		stations.add(station, hashToken(token), now + TOKEN_MS);
		note('station enrolled', call, station, session.user.id);
		return {
			status: 201,
			json: {
				station: listed({ ...station, enrolledAt: null, revokedAt: null, seenAt: null }),
				token,
				expiresAt: now + TOKEN_MS
			}
		};
	}

	const note = (
		event: string,
		call: Call,
		{ id, production }: { id: string; production: string },
		user: string
	): void => accounts.audit({ event, user, production, address: call.address, detail: { station: id } });

	/** A tablet takes a token and is the station from then on, whoever may be signed in on it besides. */
	async function take(call: Call): Promise<Answer> {
		if (attempts.invitation.wait(call.address) > 0) {
			throw new HttpError(
				429,
				'too-many-tries',
				'Too many tries that didn’t work. Wait 15 min and try again.'
			);
		}
		const cookie = newToken();
		const token = hashToken(fields.secret(call.body, 'token', 200));
		const station = stations.enrol(token, hashToken(cookie), Date.now());
		if (!station) {
			attempts.invitation.add(call.address);
			throw new HttpError(
				404,
				'station-unknown',
				'This code is not known, was used, or is over an hour old.'
			);
		}
		sessions.startStation(cookie, call.request, call.response);
		hub.rights.changed();
		return { status: 201, json: await describe(station) };
	}

	/** What a station shows: its people, their PINs as it checks them without a network, and when they are called. */
	const describe = async (station: Station) => {
		const { id, name, production, zone } = station;
		const { title } = productions.find(production) ?? { title: '' };
		return {
			station: { id, name, zone, production: { id: production, title } },
			people: station.people.map((person) => ({ ...person, pin: stations.pin(production, person.personId) })),
			calls: await callsOf(station)
		};
	};

	/** Calls of the people on the list, and of nobody else; null: they can't be read now, and hours can be logged all the same. */
	async function callsOf({ production, people }: Station) {
		try {
			const { dates, calls } = await office.calls.around(production);
			const listed = new Set(people.map(({ personId }) => personId));
			return { dates, list: calls.filter(({ personId }) => listed.has(personId)) };
		} catch (error) {
			log.error('calls for a station failed', error);
			return null;
		}
	}

	async function look(call: Call): Promise<Answer> {
		const station = sessions.stationOf(call.request);
		if (!station) throw new HttpError(401, 'signed-out', 'This tablet is no station any more.');
		return { json: await describe(station) };
	}

	/** The tablet itself stops being a station: whoever does it there has sent, exported or given up what waited. */
	function leave(call: Call): Answer {
		const station = sessions.stationOf(call.request);
		if (station) {
			stations.revoke(station.id, Date.now());
			note('station left', call, station, station.id);
			hub.rights.changed();
		}
		sessions.endStation(call.request, call.response);
		return { status: 204 };
	}

	function list(call: Call): Answer {
		const { production } = seat(office, call, 'enrolStation');
		return { json: { stations: stations.ofProduction(production.id).map(listed) } };
	}

	function target(call: Call, production: string): Station {
		const station = stations.find(call.params.station ?? '');
		if (station?.production !== production || station.revokedAt !== null) throw notFound('That station');
		return station;
	}

	function change(call: Call): Answer {
		const { production, session } = seat(office, call, 'enrolStation');
		const station = target(call, production.id);
		stations.setPeople(station.id, people(call.body));
		note('station changed', call, station, session.user.id);
		hub.rights.changed();
		return { json: { station: listed(stations.find(station.id) ?? station) } };
	}

	function revoke(call: Call): Answer {
		const { production, session } = seat(office, call, 'enrolStation');
		const station = target(call, production.id);
		stations.revoke(station.id, Date.now());
		note('station ended', call, station, session.user.id);
		hub.rights.changed();
		return { status: 204 };
	}

	/** Own PIN; or, for somebody who has no account, set by who keeps that person's hours. */
	async function setPin(call: Call): Promise<Answer> {
		const { production, session, member } = seat(office, call, 'setPin');
		const personId = fields.id(call.body, 'personId');
		const pin = fields.secret(call.body, 'pin', 20);
		const others = productions.members(production.id).some((one) => one.personId === personId);
		const kept = member.keeps === 'all' || (member.keeps !== 'none' && member.keeps.includes(personId));
		const may = member.personId === personId || (!others && (member.role === 'producer' || kept));
		if (!may) throw new HttpError(403, 'no-right', 'Each person with an account sets the own PIN.');
		const problem = pinProblem(pin);
		if (problem === 'digits') throw new HttpError(400, 'field', 'A PIN has 4 to 8 digits.', 'pin');
		if (problem === 'weak') {
			throw new HttpError(400, 'weak-pin', 'This PIN is among the first anybody would try.', 'pin');
		}
		stations.setPin(production.id, personId, await orBusy(() => hashPin(pin)), Date.now());
		accounts.audit({
			event: 'pin set',
			user: session.user.id,
			production: production.id,
			address: call.address,
			detail: { person: personId }
		});
		return { status: 204 };
	}

	/** Whether people have a PIN, never which: everybody's to who enrols stations and who keeps hours, else one's own. */
	function pins(call: Call): Answer {
		const { production, member } = seat(office, call, 'setPin');
		const all = stations.peopleWithPin(production.id);
		const planning = member.role === 'producer' || member.role === 'planner';
		return { json: { people: planning ? all : all.filter((id) => id === member.personId) } };
	}

	return [
		{ method: 'POST', path: '/api/productions/:production/stations', handle: enrol },
		{ method: 'GET', path: '/api/productions/:production/stations', handle: list },
		{ method: 'PATCH', path: '/api/productions/:production/stations/:station', handle: change },
		{ method: 'DELETE', path: '/api/productions/:production/stations/:station', handle: revoke },
		{ method: 'POST', path: '/api/productions/:production/pins', handle: setPin },
		{ method: 'GET', path: '/api/productions/:production/pins', handle: pins },
		{ method: 'POST', path: '/api/stations/enrol', handle: take },
		{ method: 'GET', path: '/api/station', handle: look },
		{ method: 'DELETE', path: '/api/station', handle: leave }
	];
}
