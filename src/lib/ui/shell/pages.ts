/**
 * The pages of a production: who may open each, and where it stands in the rail and the phone's bar (design.md
 * 2). A page joins the navigation by a line here once its route exists.
 */
import { keepsHours, type Member, type Role } from '#lib/domain/people/permissions.ts';

export type PageKey = (typeof declared)[number]['key'];

export type Page = {
	readonly key: PageKey;
	readonly group: 'plan' | 'set' | 'people' | 'launch' | 'settings';
	readonly roles: readonly Role[];
	/** only for who keeps hours, or decides on them */
	readonly keeping?: true;
};

const ALL_BUT_VIEWER = ['producer', 'planner', 'crew'] as const satisfies readonly Role[];

const declared = [
	{ key: 'board', group: 'plan', roles: ALL_BUT_VIEWER },
	{ key: 'episodes', group: 'plan', roles: ALL_BUT_VIEWER },
	{ key: 'hours', group: 'people', roles: ALL_BUT_VIEWER },
	{ key: 'review', group: 'people', roles: ['producer', 'planner'], keeping: true },
	{ key: 'reports', group: 'people', roles: ['producer', 'planner'], keeping: true },
	{ key: 'people', group: 'people', roles: ALL_BUT_VIEWER },
	{ key: 'launch', group: 'launch', roles: ['producer', 'planner'] },
	{ key: 'money', group: 'launch', roles: ['producer'] },
	{ key: 'settings', group: 'settings', roles: ALL_BUT_VIEWER },
	{ key: 'status', group: 'plan', roles: ['viewer'] }
] as const;

export const PAGES: readonly Page[] = declared;

/** How many pages fit into the phone's bar; with more, the last place is "More". */
export const PHONE_PLACES = 5;

/** Somebody as the navigation sees one. */
export type Visitor = Pick<Member, 'personId' | 'keeps'> & { readonly role: Role };

/** The pages somebody can open, in the rail's order. What can't be opened is absent. */
export const pagesFor = (visitor: Visitor): readonly Page[] =>
	PAGES.filter((page) => page.roles.includes(visitor.role) && (!page.keeping || keepsHours(visitor)));

/** Where a role lands when it opens a production. */
export const firstPage = (role: Role): PageKey =>
	role === 'viewer' ? 'status' : role === 'producer' ? 'launch' : 'board';

/** What a role reaches for on a phone, before the rest in the rail's order (design.md 2). */
const ON_PHONE: Partial<Record<Role, readonly PageKey[]>> = {
	producer: ['launch', 'reports', 'review', 'board'],
	planner: ['board', 'hours', 'launch']
};

/** Splits the phone's bar: what stands in it, and what "More" opens. */
export function phoneBar<P extends { readonly key: PageKey }>(
	pages: readonly P[],
	role: Role | null
): { shown: readonly P[]; more: readonly P[] } {
	if (pages.length <= PHONE_PLACES) return { shown: pages, more: [] };
	const wanted = (role && ON_PHONE[role]) ?? [];
	const rank = ({ key }: P): number => (wanted.includes(key) ? wanted.indexOf(key) : wanted.length);
	const sorted = [...pages].sort((a, b) => rank(a) - rank(b));
	return { shown: sorted.slice(0, PHONE_PLACES - 1), more: sorted.slice(PHONE_PLACES - 1) };
}
