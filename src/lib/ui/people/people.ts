import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import type { PresetId } from '#lib/domain/hours/presets/index.ts';
import type { Owner } from '#lib/domain/people/called-dates.ts';
import type { Paint } from '#lib/domain/people/paint-days.ts';
import type { ReadPerson } from '#lib/domain/people/read-crew.ts';
import type { Member, Role } from '#lib/domain/people/permissions.ts';
import type { Availability, Character, Person } from '#lib/domain/schedule/records.ts';
import type { Outcome } from '../account/outcome.ts';

type Keeps = Member['keeps'];
export type PersonChange = Partial<Omit<Person, 'id' | 'archivedAt'>>;
/** Which rules judge somebody's hours, as the sheet shows it. */
export type RulesOfPerson = {
	/** the person's own rule set; null: the production's */
	readonly own: PresetId | null;
	readonly whole: PresetId;
	/** the day a choice made now would hold from, as people read it; empty: for every day */
	readonly from: string;
	/** whether they limit the average week, so that a written opt-out matters */
	readonly hasAverage: boolean;
	readonly href: string;
};
export type CharacterChange = Partial<Omit<Character, 'id' | 'archivedAt'>>;

/** What can be done to the plan's people; absent for those who only read it. */
export type PeopleActions = {
	addPerson: (values: PersonChange) => Person['id'];
	changePerson: (id: Person['id'], change: PersonChange) => void;
	removePerson: (id: Person['id']) => void;
	/** says which rule set judges somebody's hours; empty: the production's */
	followRules: (id: Person['id'], ruleSet: PresetId | '') => void;
	addCharacter: (values: CharacterChange) => void;
	changeCharacter: (id: Character['id'], change: CharacterChange) => void;
	removeCharacter: (id: Character['id']) => void;
	/** says who plays a character; null: nobody */
	cast: (id: Character['id'], personId: Person['id'] | null) => void;
	/** marks days of a person or a location */
	calendar: (owner: Owner) => CalendarActions;
	/** takes over a crew list that was read */
	importCrew: (lines: readonly { read: ReadPerson; personId: Person['id'] | null }[]) => void;
	undo: () => void;
	redo: () => void;
};

export type DayKind = Availability['kind'];
type Days = { readonly from: DayKey; readonly to: DayKey };
export type CalendarActions = {
	mark: (days: Days, paint: Paint | null) => void;
	change: (id: Availability['id'], values: Partial<Pick<Availability, 'fromAt' | 'toAt' | 'note'>>) => void;
	remove: (id: Availability['id']) => void;
};

/** What a calendar is drawn from. */
export type CalendarView = {
	readonly rows: readonly Availability[];
	/** dates this person is called on, or this place is shot at */
	readonly called: ReadonlySet<DayKey>;
	readonly shootDates: ReadonlySet<DayKey>;
	readonly start: DayKey;
};

/** How to reach somebody, for producers and planners. */
export type Contact = {
	readonly phone: string;
	readonly chat: string;
	readonly email: string;
	readonly birthday: DayKey | null;
	readonly emergencyName: string;
	readonly emergencyPhone: string;
	readonly food: string;
	readonly notes: string;
};
export const NO_CONTACT: Contact = {
	phone: '',
	chat: '',
	email: '',
	birthday: null,
	emergencyName: '',
	emergencyPhone: '',
	food: '',
	notes: ''
};
/** Private details of people; absent for those who may not see them, null until they are open on this device. */
export type PrivatePeople = {
	readonly contacts: ReadonlyMap<Person['id'], Contact>;
	/** absent where nothing may be written */
	readonly change?: (id: Person['id'], values: Partial<Contact>) => void;
};

/** How somebody stands with the production's invitations. */
export type AccessState =
	| { readonly kind: 'joined' | 'expired' | 'revoked' | 'none' }
	| { readonly kind: 'open'; readonly until: number };

export const PEOPLE_ORDERS = ['department', 'name', 'number', 'days', 'access'] as const;
export type PeopleOrder = (typeof PEOPLE_ORDERS)[number];

/** Somebody who can open this production. */
export type MemberRow = {
	readonly userId: string;
	readonly name: string;
	readonly role: Role;
	readonly personId: string | null;
	/** whose hours this planner keeps */
	readonly keeps: Keeps;
};

/** An invitation that still works. */
export type OpenInvitation = {
	readonly id: string;
	readonly role: Role;
	readonly personName: string | null;
	readonly uses: number;
	readonly used: number;
	readonly expiresAt: number;
};

export type InviteRequest = {
	readonly role: Role;
	readonly personId: string | null;
	readonly personName: string | null;
	readonly uses: number;
	readonly hours: number;
};
/** A link that was made, shown once; or why not. */
export type InviteOutcome =
	| {
			readonly ok: true;
			readonly id: string;
			readonly link: string;
			readonly expiresAt: number;
			readonly uses: number;
	  }
	| (Outcome & { readonly ok: false });

/** A code to say aloud, the seconds it is good for, and the address it is typed at; or why there is none. */
export type JoinCodeOutcome =
	| { readonly ok: true; readonly code: string; readonly seconds: number; readonly address: string }
	| (Outcome & { readonly ok: false });

/** Members and invitations live on the server: each of these asks it. Those a role may not do are absent. */
export type AccessActions = {
	changeRole?: (userId: string, role: Role) => Promise<Outcome>;
	bind?: (userId: string, personId: string | null) => Promise<Outcome>;
	/** gives a planner hours to keep, or takes them */
	keep?: (userId: string, keeps: Keeps) => Promise<Outcome>;
	removeMember?: (userId: string) => Promise<Outcome>;
	invite?: (request: InviteRequest) => Promise<InviteOutcome>;
	/** makes a join code of an open invitation */
	joinCode?: (id: string) => Promise<JoinCodeOutcome>;
	revoke?: (id: string) => Promise<Outcome>;
};

/** A phone number as a `tel:` link takes it; null where there are no digits to dial. */
export function callable(typed: string): string | null {
	const number = typed.replace(/[^\d+]/g, '').replace(/(?!^)\+/g, '');
	return number.replace(/\D/g, '').length >= 3 ? number : null;
}

/** People by department in the given order of departments, by name within one. Empty departments are left out. */
export function byDepartment<D extends string>(
	people: readonly Person[],
	departments: readonly D[],
	locale: string
): readonly { department: D; people: readonly Person[] }[] {
	const compare = new Intl.Collator(locale).compare;
	return departments
		.map((department) => ({
			department,
			people: people
				.filter((person) => person.department === department)
				.sort((a, b) => compare(a.name, b.name) || (a.id < b.id ? -1 : 1))
		}))
		.filter((group) => group.people.length > 0);
}

/** Characters by board number, those without one last, by name. */
export function byNumber(characters: readonly Character[], locale: string): readonly Character[] {
	const compare = new Intl.Collator(locale).compare;
	return [...characters].sort(
		(a, b) =>
			(a.boardNumber ?? Infinity) - (b.boardNumber ?? Infinity) ||
			compare(a.name, b.name) ||
			(a.id < b.id ? -1 : 1)
	);
}

/** Splits names as people type them: "Lin, 林月、小月". */
export const readNames = (typed: string): readonly string[] => [
	...new Set(
		typed
			.split(/[,\uff0c、;\uff1b\n]/)
			.map((name) => name.trim())
			.filter(Boolean)
	)
];
