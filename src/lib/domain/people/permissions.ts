/**
 * Who may do what: the one declaration that the server's routes, the sync server, the interface and the tests
 * read. It is the role table of the product, row by row; nothing else in the code decides about rights.
 */

/** The roles a member of a production can have. A station is a shared tablet that a planner enrolled. */
export const ROLES = ['producer', 'planner', 'crew', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** Documents every production has, and documents that belong to one person of its plan. */
export const PRODUCTION_DOCUMENTS = [
	'plan',
	'script',
	'issued',
	'guest',
	'private',
	'money',
	'talk'
] as const;
export const PERSON_DOCUMENTS = ['deal', 'hours', 'decisions'] as const;
export type ProductionDocument = (typeof PRODUCTION_DOCUMENTS)[number];
export type PersonDocument = (typeof PERSON_DOCUMENTS)[number];
export type DocumentKind = ProductionDocument | PersonDocument;

/**
 * What a grant allows. `add` puts new entries into an added-only document and changes nothing that is there.
 * `write` and `add` include reading, except for a station, which adds hours and reads nothing back (`drop`).
 */
export type Access = 'none' | 'read' | 'drop' | 'add' | 'write';

/** A member as rights see one: the role, the person of the plan it is bound to, and whose hours are kept. */
export type Member = {
	readonly role: Role | 'station';
	readonly personId: string | null;
	/** Whose hours this planner keeps: nobody's, everybody's, or those of the people listed. */
	readonly keeps: 'none' | 'all' | readonly string[];
	/** the production is put away: everything that may be read still may, nothing may be written */
	readonly archived?: boolean;
};

type Column = Role | 'station';
type Row = Readonly<Record<Column, Access>>;

/** Documents of the production: a row each, as in the role table. */
const PRODUCTION_ROWS: Readonly<Record<ProductionDocument, Row>> = {
	plan: { producer: 'write', planner: 'write', crew: 'read', viewer: 'none', station: 'none' },
	// The script's text, apart so that a board opens without it; as the plan it belongs to.
	script: { producer: 'write', planner: 'write', crew: 'read', viewer: 'none', station: 'none' },
	issued: { producer: 'write', planner: 'write', crew: 'read', viewer: 'none', station: 'read' },
	guest: { producer: 'write', planner: 'write', crew: 'read', viewer: 'read', station: 'none' },
	private: { producer: 'write', planner: 'write', crew: 'none', viewer: 'none', station: 'none' },
	money: { producer: 'write', planner: 'none', crew: 'none', viewer: 'none', station: 'none' },
	talk: { producer: 'add', planner: 'add', crew: 'add', viewer: 'none', station: 'none' }
};

type Relation = 'own' | 'kept' | 'other';

/** Documents of a person: a row for each relation between the member and that person. */
const PERSON_ROWS: Readonly<Record<PersonDocument, Readonly<Record<Relation, Row>>>> = {
	deal: {
		own: { producer: 'write', planner: 'read', crew: 'read', viewer: 'none', station: 'none' },
		kept: { producer: 'write', planner: 'none', crew: 'none', viewer: 'none', station: 'none' },
		other: { producer: 'write', planner: 'none', crew: 'none', viewer: 'none', station: 'none' }
	},
	hours: {
		own: { producer: 'add', planner: 'add', crew: 'add', viewer: 'none', station: 'none' },
		kept: { producer: 'add', planner: 'add', crew: 'none', viewer: 'none', station: 'drop' },
		other: { producer: 'add', planner: 'none', crew: 'none', viewer: 'none', station: 'none' }
	},
	decisions: {
		own: { producer: 'read', planner: 'read', crew: 'read', viewer: 'none', station: 'none' },
		kept: { producer: 'add', planner: 'add', crew: 'none', viewer: 'none', station: 'none' },
		other: { producer: 'add', planner: 'none', crew: 'none', viewer: 'none', station: 'none' }
	}
};

/** Things done over HTTP rather than in a document. */
export const ACTIONS = {
	/** see who is a member, with role (names only: a crew list without numbers) */
	readMembers: ['producer', 'planner', 'crew'],
	/** change roles, whose hours are kept, remove a member */
	writeMembers: ['producer'],
	/** make, list and revoke invitations */
	invite: ['producer'],
	/** title of the production as listed, and archiving it */
	writeProduction: ['producer'],
	/** register the documents of a person that was added to the plan */
	registerPerson: ['producer', 'planner'],
	/** who changed which field of the plan, and when */
	readHistory: ['producer', 'planner'],
	/** make a shared tablet a station, list and end stations */
	enrolStation: ['producer', 'planner'],
	/** set the PIN one gives at a station */
	setPin: ['producer', 'planner', 'crew'],
	/** the production as one file */
	exportProduction: ['producer']
} as const satisfies Readonly<Record<string, readonly Column[]>>;
export type Action = keyof typeof ACTIONS;

const relation = (member: Member, personId: string): Relation => {
	if (member.personId === personId) return 'own';
	if (member.keeps === 'all') return 'kept';
	return member.keeps !== 'none' && member.keeps.includes(personId) ? 'kept' : 'other';
};

/**
 * What a member may do with a document of the member's own production.
 * @param member null for somebody who is not a member: everything is closed
 * @param personId the person a `deal`, `hours` or `decisions` document belongs to
 */
export function documentAccess(
	member: Member | null,
	kind: DocumentKind,
	personId: string | null = null
): Access {
	if (!member) return 'none';
	const granted = isPersonDocument(kind)
		? personId
			? PERSON_ROWS[kind][relation(member, personId)][member.role]
			: 'none'
		: PRODUCTION_ROWS[kind][member.role];
	return member.archived ? readOnly(granted) : granted;
}

const readOnly = (access: Access): Access => (mayRead(access) ? 'read' : 'none');

/** Whether a member may do something over HTTP in the member's own production. */
export function mayDo(member: Member | null, action: Action): boolean {
	return !!member && (ACTIONS[action] as readonly Column[]).includes(member.role);
}

/** Whether a member keeps or decides on anybody's hours but own: every producer, and planners who were given some. */
export const keepsHours = ({ role, personId, keeps }: Member): boolean =>
	role === 'producer' ||
	(role === 'planner' && (typeof keeps === 'string' ? keeps === 'all' : keeps.some((id) => id !== personId)));

export const mayRead = (access: Access): boolean => access !== 'none' && access !== 'drop';
export const mayWrite = (access: Access): boolean => access !== 'none' && access !== 'read';

export const isPersonDocument = (kind: string): kind is PersonDocument =>
	(PERSON_DOCUMENTS as readonly string[]).includes(kind);

/** Documents in which entries are only ever added: nothing in them is changed or deleted. */
export const isAddedOnly = (kind: DocumentKind): boolean =>
	kind === 'hours' || kind === 'decisions' || kind === 'talk';

const NAME =
	/^(?<production>[A-Za-z0-9_-]{22})\.(?:(?<kind>plan|script|issued|guest|private|money|talk)|(?<personal>deal|hours|decisions)\.(?<person>[A-Za-z0-9_-]{22}))$/;

export type DocumentName = string & { readonly __brand: 'DocumentName' };
export type NamedDocument = { production: string; kind: DocumentKind; personId: string | null };

/**
 * The name of a document: `{production}.{kind}` or `{production}.{kind}.{person}`, ids being 22 characters of
 * base64url (128 random bits). Derived, so that a device can open its documents offline; it exists on the
 * server only once registered there.
 */
export function documentName(
	production: string,
	kind: DocumentKind,
	personId: string | null = null
): DocumentName {
	return (personId ? `${production}.${kind}.${personId}` : `${production}.${kind}`) as DocumentName;
}

/** Reads a document name; null for anything that is not one. */
export function readDocumentName(name: string): NamedDocument | null {
	const groups = NAME.exec(name)?.groups;
	if (!groups) return null;
	return {
		production: groups.production as string,
		kind: (groups.kind ?? groups.personal) as DocumentKind,
		personId: groups.person ?? null
	};
}
