import type { Page } from '@playwright/test';
import {
	badge,
	boneyard,
	day,
	dragTo,
	join,
	numbersOn,
	openDemo,
	produce,
	scene,
	signUp,
	somebody,
	strips
} from './board.ts';
import { expect, test } from './fixtures.ts';

test('a second person joins by a link, both drag and type, and each sees the other’s work at once', async ({
	page,
	person
}) => {
	const { token } = await produce(page, 'planner');
	const other = await person();
	const name = somebody('Planner');
	await join(other, token, name);
	await expect(page.getByRole('button', { name: new RegExp(name) })).toBeVisible();

	await dragTo(page, scene(page, '45-1'), scene(page, '12-4'));
	await expect.poll(() => numbersOn(page, 2)).toContain('45-1');
	await expect.poll(() => numbersOn(other, 2)).toContain('45-1');

	await scene(other, '13-1').click();
	await expect(scene(page, '13-1')).toHaveAttribute('aria-label', new RegExp(name));
	await other.keyboard.press('Enter');
	await other.getByLabel('Synopsis').fill('She finds the second ledger');
	await other.keyboard.press('Tab');
	await scene(page, '13-1').click();
	await page.keyboard.press('Enter');
	await expect(page.getByLabel('Synopsis')).toHaveValue('She finds the second ledger');
	await page.keyboard.press('Escape');

	await other.keyboard.press('Escape');
	await dragTo(other, scene(other, '12-4'), boneyard(other).locator('[data-strip]').first());
	await expect.poll(() => numbersOn(page, null)).toContain('12-4');
	await page.locator('[data-undo]').click();
	await expect.poll(() => numbersOn(page, 1)).toContain('45-1');
	expect(await numbersOn(page, null)).toContain('12-4');
	await page.locator('[data-redo]').click();
	await expect.poll(() => numbersOn(other, 2)).toContain('45-1');
	await expect(badge(page)).toContainText('Synced');
});

test('work on both sides of a cut network merges, and no strip is lost or doubled', async ({
	page,
	person
}) => {
	const { token } = await produce(page, 'planner');
	const other = await person();
	await join(other, token, somebody('Planner'));
	const before = await strips(page).count();
	await other.context().setOffline(true);
	await expect(badge(other)).toContainText('Offline');
	await dragTo(page, scene(page, '45-1'), scene(page, '12-4'));
	await dragTo(other, scene(other, '61-3'), scene(other, '12-4'));
	await expect(badge(other)).toContainText('waiting');
	await other.context().setOffline(false);
	for (const board of [page, other]) {
		await expect.poll(() => numbersOn(board, 2)).toEqual(expect.arrayContaining(['45-1', '61-3']));
	}
	expect(await strips(page).count()).toBe(before);
	expect(await numbersOn(page, 2)).toEqual(await numbersOn(other, 2));
	await expect(badge(other)).toContainText('Synced');
});

test('the server is killed while people edit, and nothing that was shown as synced is missing', async ({
	page,
	person,
	server
}) => {
	const { token } = await produce(page, 'planner');
	const other = await person();
	await join(other, token, somebody('Planner'));
	await dragTo(page, scene(page, '45-1'), scene(page, '12-4'));
	await expect.poll(() => numbersOn(other, 2)).toContain('45-1');
	await expect(badge(page)).toContainText('Synced');
	await server.kill();
	await dragTo(page, scene(page, '61-3'), scene(page, '12-4'));
	await dragTo(other, scene(other, '7-2'), scene(other, '12-4'));
	await expect(badge(page)).toContainText('waiting');
	await server.start();
	for (const board of [page, other]) {
		await expect
			.poll(() => numbersOn(board, 2), { timeout: 20_000 })
			.toEqual(expect.arrayContaining(['45-1', '61-3', '7-2']));
		await expect(badge(board)).toContainText('Synced');
	}
	const third = await person();
	await join(third, (await invite(page)).token, somebody('Planner'));
	await expect.poll(() => numbersOn(third, 2)).toEqual(expect.arrayContaining(['45-1', '61-3', '7-2']));
});

async function invite(page: Page): Promise<{ token: string }> {
	const id = new URL(page.url()).pathname.split('/')[2];
	const answer = await page.request.post(`/api/productions/${id}/invitations`, {
		headers: { origin: new URL(page.url()).origin },
		data: { role: 'planner', hours: 24 }
	});
	return answer.json();
}

test('a crew member sees the board, and a modified client of theirs changes nothing and opens no money', async ({
	page,
	person
}) => {
	const { id, token } = await produce(page, 'crew');
	const crew = await person();
	await join(crew, token, somebody('Grip'));
	await expect(day(crew, 1)).toBeVisible();
	const before = await numbersOn(page, 1);
	await dragTo(crew, scene(crew, '45-1'), scene(crew, '12-4'));
	expect(await numbersOn(crew, 1)).toEqual(before);

	// An update that renames the production, made by hand: y-websocket's message 0, 2 with a Yjs update.
	const answers = await crew.evaluate(async (production) => {
		const open = (kind: string): Promise<WebSocket | null> =>
			new Promise((done) => {
				const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/sync/${production}.${kind}`);
				socket.binaryType = 'arraybuffer';
				socket.onopen = () => done(socket);
				socket.onerror = () => done(null);
			});
		const money = await open('money');
		const hidden = await open('private');
		const plan = await open('plan');
		const told: number[] = [];
		// One struct: client 77, clock 0, a string 'x' under key 'hacked' of the root map 'scenes'.
		const update = [
			1,
			1,
			77,
			0,
			40,
			1,
			6,
			...[...'scenes'].map((c) => c.charCodeAt(0)),
			6,
			...[...'hacked'].map((c) => c.charCodeAt(0)),
			1,
			119,
			1,
			120,
			0
		];
		const refused = new Promise<void>((done) => {
			if (plan) {
				plan.onmessage = ({ data }) => {
					told.push(new Uint8Array(data)[0] as number);
					if (told.includes(101)) done();
				};
				plan.onclose = () => done();
			}
		});
		plan?.send(new Uint8Array([0, 2, update.length, ...update]));
		await refused;
		return { money: money !== null, hidden: hidden !== null, told };
	}, id);
	expect(answers.money).toBe(false);
	expect(answers.hidden).toBe(false);
	expect(answers.told).toContain(101);
	expect(await numbersOn(page, 1)).toEqual(before);
	await expect(badge(page)).toContainText('Synced');
});

test('two tabs of one person show the same board, and one carries on when the other is closed', async ({
	page,
	context
}) => {
	const id = await openDemo(page);
	const second = await context.newPage();
	await second.goto(`/p/${id}/board`);
	await dragTo(second, scene(second, '45-1'), scene(second, '12-4'));
	await expect.poll(() => numbersOn(page, 2)).toContain('45-1');
	await expect(badge(second)).toContainText('Synced');
	await page.close();
	await dragTo(second, scene(second, '61-3'), scene(second, '12-4'));
	await expect(badge(second)).toContainText('Synced');
	const answer = await second.context().newPage();
	await answer.goto(`/p/${id}/board`);
	await expect.poll(() => numbersOn(answer, 2)).toEqual(expect.arrayContaining(['45-1', '61-3']));
});

test('a viewer who opens the address of a planner’s page lands on the status page', async ({
	page,
	person
}) => {
	const { id, token } = await produce(page, 'viewer');
	const viewer = await person();
	await signUp(viewer, somebody('Viewer'));
	await viewer.request.post('/api/invitations/accept', {
		headers: { origin: new URL(viewer.url()).origin },
		data: { token }
	});
	const broken: string[] = [];
	viewer.on('pageerror', (error) => broken.push(error.message));
	for (const other of ['board', 'people', 'settings']) {
		await viewer.goto(`/p/${id}/${other}`);
		await expect(viewer).toHaveURL(new RegExp(`/p/${id}/status$`));
		await expect(viewer.getByText('Green light')).toBeVisible();
	}
	expect(broken).toEqual([]);
});

test('a member who is removed on the people page sees the board close', async ({ page, person }) => {
	const { id, token } = await produce(page, 'planner');
	const other = await person();
	const name = somebody('Planner');
	await join(other, token, name);
	await page.goto(`/p/${id}/people`);
	await page.getByRole('radio', { name: 'Access' }).check();
	await page.getByRole('button', { name: `Remove ${name} from the members` }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
	await expect(page.getByRole('rowheader', { name })).toBeHidden();
	await expect(other.getByText('You are not a member of this production')).toBeVisible();
	await expect(strips(other)).toHaveCount(0);
});
