/** Finds words on screen that were never put in a dictionary: in the marked language every other one is bracketed. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import AccountForm from '../account/AccountForm.svelte';
import OpeningPage from '../account/OpeningPage.svelte';
import ProductionList from '../account/ProductionList.svelte';
import RecoveryCodes from '../account/RecoveryCodes.svelte';
import InviteDialog from '../people/InviteDialog.svelte';
import PeoplePage from '../people/PeoplePage.svelte';
import SaveBadge from '../SaveBadge.svelte';
import { language } from './index.svelte.ts';

beforeAll(() => language.choose('pseudo'));
afterAll(async () => {
	await language.choose('en');
	localStorage.removeItem('daybreak.language');
});

/** Visible texts and spoken names under an element, with the bracketed words and people's own data taken out. */
function unmarked(root: Element): string[] {
	const found: string[] = [];
	const look = (text: string | null): void => {
		const rest = (text ?? '').replace(/⟦[^⟦⟧]*(?:⟦[^⟦⟧]*⟧[^⟦⟧]*)*⟧/g, '').trim();
		if (/\p{L}{2,}/u.test(rest)) found.push(rest);
	};
	const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
	while (walker.nextNode()) {
		const parent = walker.currentNode.parentElement;
		if (parent && !parent.closest('style, script, [translate="no"]')) look(walker.currentNode.nodeValue);
	}
	for (const element of root.querySelectorAll('[aria-label], [title], [placeholder]')) {
		for (const name of ['aria-label', 'title', 'placeholder']) look(element.getAttribute(name));
	}
	return found;
}

test('no word of the account pages is missing from the dictionary', async () => {
	for (const kind of ['sign-in', 'create', 'recover'] as const) {
		const { container } = await render(AccountForm, { kind, onsend: () => Promise.resolve({ ok: true }) });
		container.querySelector('form')?.requestSubmit();
		await expect.poll(() => container.querySelectorAll('[aria-invalid]').length).toBeGreaterThan(0);
		expect(unmarked(container)).toEqual([]);
	}
	const opening = await render(OpeningPage, {
		onopendemo: () => Promise.resolve(null),
		signIn: '#',
		create: '#',
		onjoin: () => Promise.resolve({ ok: true })
	});
	expect(unmarked(opening.container)).toEqual([]);
	const codes = await render(RecoveryCodes, { name: '1', codes: ['AAAAA-BBBBB'], onkept: () => {} });
	expect(unmarked(codes.container)).toEqual([]);
	const list = await render(ProductionList, {
		productions: [
			{ id: '1', title: '1', role: 'crew', demo: true, expiresAt: 1, archivedAt: null, href: '#' },
			{ id: '2', title: '2', role: 'viewer', demo: false, expiresAt: null, archivedAt: 1, href: '#' }
		],
		user: { name: '1', guest: true },
		notice: null,
		newHref: '#',
		create: '#',
		join: '#',
		opening: null,
		ondemo: () => {},
		file: null,
		fileError: null,
		onfile: () => {},
		onsignout: () => {}
	});
	expect(unmarked(list.container)).toEqual([]);
});

test('no word of the people page, the invite dialog and the badge is missing from the dictionary', async () => {
	const page = await render(PeoplePage, {
		production: { id: '1', title: '1', zone: 'UTC', today: '2026-11-01' as never },
		people: [],
		characters: [],
		locations: [],
		sets: [],
		scenes: new Map(),
		setScenes: new Map(),
		days: new Map(),
		firstDay: null,
		calendar: () => ({ rows: [], called: new Set(), shootDates: new Set(), start: '2026-11-01' as never }),
		placeActions: null,
		contractMinutes: 600,
		actions: null,
		members: [],
		invitations: [],
		access: { invite: () => Promise.resolve({ ok: false, code: 'offline' }) },
		you: ''
	});
	expect(unmarked(page.container)).toEqual([]);
	const invite = await render(InviteDialog, {
		people: [],
		person: null,
		oninvite: () => Promise.resolve({ ok: false, code: 'offline' }),
		onclose: () => {}
	});
	expect(unmarked(invite.container)).toEqual([]);
	await invite.unmount();
	const badge = await render(SaveBadge, {
		state: { kind: 'waiting', count: 2, online: false, protected: false, secure: true }
	});
	badge.container.querySelector('button')?.click();
	await expect.poll(() => badge.container.querySelector('.about')).not.toBeNull();
	expect(unmarked(badge.container)).toEqual([]);
});
