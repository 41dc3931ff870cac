/** Every address of the app, in one place and typed: a page links by these functions and by nothing else. */
import { resolve } from '$app/paths';
import type { Role } from '#lib/domain/people/permissions.ts';
import type { NavItem } from '#lib/ui/shell/nav-item.ts';
import { firstPage, pagesFor, type PageKey, type Visitor } from '#lib/ui/shell/pages.ts';

/** Adds the base path. Routes are known by name here, whether or not Kit has generated their types yet. */
const at = resolve as (path: string) => string;

export const links = {
	start: (): string => at('/'),
	/** @param then where to go once signed in: an address of this app */
	signIn: (then?: string): string =>
		then ? `${at('/sign-in')}?then=${encodeURIComponent(then)}` : at('/sign-in'),
	createAccount: (then?: string): string =>
		`${at('/sign-in')}?new=1${then ? `&then=${encodeURIComponent(then)}` : ''}`,
	recover: (): string => `${at('/sign-in')}?recover=1`,
	productions: (): string => at('/productions'),
	newProduction: (): string => at('/productions/new'),
	page: (production: string, page: PageKey): string => at(`/p/${production}/${page}`),
	/** A whole department's hours of a day, for who keeps them. */
	department: (production: string): string => at(`/p/${production}/hours/department`),
	/** A time sheet of others, imported by who keeps their hours. */
	timesheet: (production: string): string => at(`/p/${production}/hours/timesheet`),
	/** One person's hours, for who keeps or reviews them; with a date: that day is opened. */
	hoursOf: (production: string, person: string, date?: string): string =>
		`${at(`/p/${production}/hours/of/${person}`)}${date ? `?day=${date}` : ''}`,
	/** The way to the launch, or what was asked to change. */
	launch: (production: string, part: 'launch' | 'requests' = 'launch'): string =>
		`${at(`/p/${production}/launch`)}${part === 'requests' ? '?tab=requests' : ''}`,
	/** What a start still needs. */
	startList: (production: string): string => at(`/p/${production}/start`),
	/** The rules that judge hours, and the calendar; with a rule's number: there. */
	rules: (production: string, rule?: string): string =>
		`${at(`/p/${production}/settings/rules`)}${rule ? `#${rule}` : ''}`,
	/** The printable breakdown sheets; with a scene: that one alone. */
	breakdown: (production: string, scene?: string): string =>
		`${at(`/p/${production}/breakdown`)}${scene ? `?scene=${encodeURIComponent(scene)}` : ''}`,
	/** A rewrite laid beside the plan. */
	importScript: (production: string): string => at(`/p/${production}/import`),
	/** The page a role opens a production on. */
	production: (production: string, role: Role): string => at(`/p/${production}/${firstPage(role)}`),
	/** Where a shared tablet is a station. */
	station: (): string => at('/station'),
	/** What makes a tablet a station: opened there once. */
	stationLink: (token: string, origin: string): string => `${origin}${at('/station')}#${token}`,
	/** Where a join code is typed; with a token: what the invitation is about. */
	join: (token?: string): string => `${at('/join')}${token ? `#${token}` : ''}`,
	/** An invitation, to be shared. The token is in the fragment, which never reaches a server's log. */
	invitation: (token: string, origin: string): string => `${origin}${at('/join')}#${token}`
};

/** The navigation of a production for somebody: only pages that member can open. */
export const navFor = (visitor: Visitor, production: string): readonly NavItem[] =>
	pagesFor(visitor).map((page) => ({ ...page, href: links.page(production, page.key) }));

/** An address given by whoever linked here, if it is one of this app's own; else null. */
export function ownAddress(raw: string | null): string | null {
	if (!raw || !raw.startsWith('/') || raw.startsWith('//') || raw.includes('\\')) return null;
	return raw;
}
