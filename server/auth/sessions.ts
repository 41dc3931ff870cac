import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Config } from '../config.ts';
import { cookie, isSecure } from '../http/request.ts';
import type { Accounts } from '../store/accounts.ts';
import type { Station } from '../store/stations.ts';
import type { Session } from '../store/users.ts';
import { hashToken, newId, newToken } from './tokens.ts';

export const SESSION_COOKIE = 'daybreak_session';
/** A tablet may be a station and have a planner signed in at the same time. */
export const STATION_COOKIE = 'daybreak_station';
/** A tablet can be away for a whole shoot and still deliver. */
const SESSION_DAYS = 180;
const DAY_MS = 86_400_000;

/** Sessions: a random token in a cookie, its hash in the table. */
export class Sessions {
	#accounts: Accounts;
	#config: Pick<Config, 'trustProxy' | 'origin'>;

	constructor(accounts: Accounts, config: Pick<Config, 'trustProxy' | 'origin'>) {
		this.#accounts = accounts;
		this.#config = config;
	}

	/** The session a request belongs to; null when it has none, or one that ended. */
	of(request: IncomingMessage): Session | null {
		const token = cookie(request, SESSION_COOKIE);
		return token ? this.#accounts.users.session(hashToken(token), Date.now()) : null;
	}

	/** The station a tablet is; null when it is none, or not any more. */
	stationOf(request: IncomingMessage): Station | null {
		const token = cookie(request, STATION_COOKIE);
		const station = token ? this.#accounts.stations.ofCookie(hashToken(token)) : null;
		if (station) this.#accounts.stations.note(station, Date.now());
		return station;
	}

	/** A station as the sync server knows whoever opens documents: it is its own user and session. */
	ofStation(request: IncomingMessage): Session | null {
		const station = this.stationOf(request);
		if (!station) return null;
		const { id, name } = station;
		return { id, user: { id, name, guest: false }, expiresAt: Infinity };
	}

	startStation(token: string, request: IncomingMessage, response: ServerResponse): void {
		this.#setCookie(request, response, STATION_COOKIE, token, SESSION_DAYS * 86_400);
	}

	/** This tablet is no station any more; its cookie goes. */
	endStation(request: IncomingMessage, response: ServerResponse): void {
		this.#setCookie(request, response, STATION_COOKIE, '', 0);
	}

	/** Starts a session; the cookie goes with the response. A session before it is not reused. */
	start(user: string, request: IncomingMessage, response: ServerResponse): string {
		const id = newId();
		const token = newToken();
		const now = Date.now();
		this.#accounts.users.addSession(id, hashToken(token), user, now, now + SESSION_DAYS * DAY_MS);
		this.#setCookie(request, response, SESSION_COOKIE, token, SESSION_DAYS * 86_400);
		return id;
	}

	/** Ends a session and takes the cookie back. Sockets end when `Rights.changed` is called. */
	end(session: Session, request: IncomingMessage, response: ServerResponse): void {
		this.#accounts.users.endSession(session.id);
		this.#setCookie(request, response, SESSION_COOKIE, '', 0);
	}

	#setCookie(
		request: IncomingMessage,
		response: ServerResponse,
		name: string,
		value: string,
		seconds: number
	): void {
		const secure = isSecure(request, this.#config) ? '; Secure' : '';
		response.setHeader(
			'Set-Cookie',
			`${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`
		);
	}
}
