import type { Page } from '@playwright/test';
import { openPlan } from '#lib/doc/plan-document.ts';
import { documentName, type Role } from '#lib/domain/people/permissions.ts';
import type { Person as PlanPerson } from '#lib/domain/schedule/records.ts';
import { read } from '../../server/testing/documents.ts';
import { Person } from '../../server/testing/person.ts';
import { signUp, somebody } from './board.ts';

/** The same browser's sign-in, without its page: to ask the server itself. */
export async function asPerson(page: Page): Promise<Person> {
	const { origin } = new URL(page.url());
	const person = new Person(origin);
	const cookies = await page.context().cookies(origin);
	person.cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
	return person;
}

/** The people of a production's plan, as the server has it. */
export async function peopleOf(page: Page, production: string): Promise<readonly PlanPerson[]> {
	const doc = await read(await asPerson(page), documentName(production, 'plan'));
	return [...openPlan(doc).tables.people.rows().values()];
}

/** Lets somebody in another browser join as a person of the plan. They need an account or a guest's session first. */
export async function joinAs(
	producer: Page,
	production: string,
	page: Page,
	role: Role,
	personId: string | null,
	keeps: 'none' | 'all' | readonly string[] = 'none'
): Promise<void> {
	const [by, joiner] = [await asPerson(producer), await asPerson(page)];
	const path = `/api/productions/${production}`;
	const { token } = await by.expect(201, 'POST', `${path}/invitations`, { role, personId });
	await joiner.expect(201, 'POST', '/api/invitations/accept', { token });
	const { user } = await joiner.expect(200, 'GET', '/api/me');
	if (keeps !== 'none') await by.expect(200, 'PATCH', `${path}/members/${user.id}`, { keeps });
}

/** Two more browsers: a head of the camera department who keeps its hours, and its second person, who logs their own. */
export async function headAndGrip(
	producer: Page,
	production: string,
	person: () => Promise<Page>
): Promise<{ camera: readonly PlanPerson[]; keeper: Page; worker: Page }> {
	const camera = (await peopleOf(producer, production)).filter(({ department }) => department === 'camera');
	const [head, grip] = camera;
	if (!head || !grip) throw new Error('the demo has fewer than two people at the camera');
	const keeper = await person();
	await signUp(keeper, somebody('Head'));
	await joinAs(
		producer,
		production,
		keeper,
		'planner',
		head.id,
		camera.map((one) => one.id)
	);
	const worker = await person();
	await signUp(worker, somebody('Grip'));
	await joinAs(producer, production, worker, 'crew', grip.id);
	return { camera, keeper, worker };
}

/** A day so many before today in the demo's zone: as a field takes it, and as a page writes it ("Thu 12 Nov"). */
export function daysAgo(days: number): { iso: string; words: string } {
	const at = new Date(Date.now() - days * 86_400_000);
	const part = (options: Intl.DateTimeFormatOptions): string =>
		new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', ...options }).format(at);
	return {
		iso: new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(at),
		words: `${part({ weekday: 'short' })} ${part({ day: 'numeric', month: 'short' })}`
	};
}

/** How many calendar months a day lies back in the demo's zone. */
export function monthsSince(iso: string): number {
	const count = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
	return count(daysAgo(0).iso) - count(iso);
}
