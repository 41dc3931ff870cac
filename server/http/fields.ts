/** Reads fields of a request body, or says plainly what is wrong with which. */
import { ROLES, type Role } from '#lib/domain/people/permissions.ts';
import type { Keeps } from '../store/productions.ts';
import { HttpError, type Body } from './router.ts';

/** Characters in the title of a production, and in the name of a user. */
export const MAX_TITLE = 200;
export const MAX_NAME = 60;

const ID = /^[A-Za-z0-9_-]{22}$/;

const bad = (field: string, message: string): HttpError => new HttpError(400, 'field', message, field);

/** A line of text for people to read, trimmed; control and direction-turning characters are refused. */
export function line(body: Body, field: string, most: number): string {
	const value = body[field];
	const text = typeof value === 'string' ? value.normalize('NFC').trim() : '';
	if (!text) throw bad(field, `“${field}” is missing.`);
	if ([...text].length > most) throw bad(field, `“${field}” is longer than ${most} characters.`);
	if (/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(text)) {
		throw bad(field, `“${field}” has characters that can’t be shown.`);
	}
	return text;
}

/** Text that is compared and never shown, as it is. */
export function secret(body: Body, field: string, most: number): string {
	const value = body[field];
	if (typeof value !== 'string' || !value || value.length > most) {
		throw bad(field, `“${field}” is missing or too long.`);
	}
	return value;
}

/** An id made on a device: 22 characters of base64url. */
export function id(body: Body, field: string): string {
	const value = body[field];
	if (typeof value !== 'string' || !ID.test(value)) throw bad(field, `“${field}” is not an id.`);
	return value;
}

export function idOrNull(body: Body, field: string): string | null {
	return body[field] === null || body[field] === undefined ? null : id(body, field);
}

export function ids(body: Body, field: string, most: number): string[] {
	const value = body[field];
	if (!Array.isArray(value) || value.length > most || !value.every((one) => ID.test(String(one)))) {
		throw bad(field, `“${field}” is not a list of at most ${most} ids.`);
	}
	return [...new Set(value.map(String))];
}

export function role(body: Body, field: string): Role {
	const value = ROLES.find((one) => one === body[field]);
	if (!value) throw bad(field, `“${field}” has to be one of ${ROLES.join(', ')}.`);
	return value;
}

export function keeps(body: Body, field: string): Keeps {
	const value = body[field];
	return value === 'none' || value === 'all' ? value : ids(body, field, 500);
}

export function whole(body: Body, field: string, least: number, most: number, standard: number): number {
	const value = body[field] ?? standard;
	if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) {
		throw bad(field, `“${field}” has to be a whole number from ${least} to ${most}.`);
	}
	return value;
}

export function flag(body: Body, field: string): boolean {
	const value = body[field];
	if (typeof value !== 'boolean') throw bad(field, `“${field}” has to be true or false.`);
	return value;
}
