import { describe, expect, test } from 'vitest';
import {
	documentAccess,
	documentName,
	mayDo,
	mayWrite,
	PERSON_DOCUMENTS,
	PRODUCTION_DOCUMENTS,
	readDocumentName,
	ROLES,
	type Member
} from './permissions.ts';

const LIN = 'lin'.padEnd(22, '0');
const ZHAO = 'zhao'.padEnd(22, '0');
const member = (role: Member['role'], keeps: Member['keeps'] = 'none'): Member => ({
	role,
	personId: LIN,
	keeps
});

describe('who may open what', () => {
	test('a crew member reads the plan, and never money, contacts or another’s hours', () => {
		const crew = member('crew');
		expect(documentAccess(crew, 'plan')).toBe('read');
		for (const kind of ['money', 'private'] as const) expect(documentAccess(crew, kind)).toBe('none');
		expect(documentAccess(crew, 'hours', LIN)).toBe('add');
		expect(documentAccess(crew, 'hours', ZHAO)).toBe('none');
	});

	test('a planner who keeps somebody’s hours adds and decides on them, and never on own ones', () => {
		const planner = member('planner', [ZHAO]);
		expect(documentAccess(planner, 'hours', ZHAO)).toBe('add');
		expect(documentAccess(planner, 'decisions', ZHAO)).toBe('add');
		expect(documentAccess(member('planner', 'all'), 'decisions', LIN)).toBe('read');
		expect(documentAccess(planner, 'deal', ZHAO)).toBe('none');
		expect(documentAccess(planner, 'money')).toBe('none');
	});

	test('nobody decides on own hours, the producer neither', () => {
		for (const role of ROLES)
			expect(mayWrite(documentAccess(member(role, 'all'), 'decisions', LIN))).toBe(false);
	});

	test('a viewer reads the guest document and nothing else', () => {
		const open = PRODUCTION_DOCUMENTS.filter((kind) => documentAccess(member('viewer'), kind) !== 'none');
		expect(open).toEqual(['guest']);
		for (const kind of PERSON_DOCUMENTS) expect(documentAccess(member('viewer'), kind, LIN)).toBe('none');
	});

	test('somebody who is no member opens nothing', () => {
		for (const kind of PRODUCTION_DOCUMENTS) expect(documentAccess(null, kind)).toBe('none');
		for (const kind of PERSON_DOCUMENTS) expect(documentAccess(null, kind, LIN)).toBe('none');
	});

	test('a production that is put away is read by those who could read it and written by nobody', () => {
		for (const role of [...ROLES, 'station'] as const) {
			const away = { ...member(role, 'all'), archived: true };
			for (const kind of PRODUCTION_DOCUMENTS) {
				expect(mayWrite(documentAccess(away, kind))).toBe(false);
				if (documentAccess(member(role), kind) !== 'none') expect(documentAccess(away, kind)).toBe('read');
			}
			for (const kind of PERSON_DOCUMENTS) expect(mayWrite(documentAccess(away, kind, LIN))).toBe(false);
		}
	});

	test('only a producer invites, changes members and exports', () => {
		for (const action of ['invite', 'writeMembers', 'exportProduction'] as const) {
			expect(ROLES.filter((role) => mayDo(member(role), action))).toEqual(['producer']);
		}
	});
});

describe('names of documents', () => {
	const production = 'P'.padEnd(22, '0');

	test('a name says production, kind and person, and is read back', () => {
		expect(readDocumentName(documentName(production, 'plan'))).toEqual({
			production,
			kind: 'plan',
			personId: null
		});
		expect(readDocumentName(documentName(production, 'hours', LIN))).toEqual({
			production,
			kind: 'hours',
			personId: LIN
		});
	});

	test.each([
		'',
		'plan',
		`${production}.plan.${LIN}`,
		`${production}.hours`,
		`${production}.everything`,
		`../${production}.plan`,
		`${production}.plan\n`,
		`${production}.__proto__`
	])('%j is no document', (name) => {
		expect(readDocumentName(name)).toBeNull();
	});
});
