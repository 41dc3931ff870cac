/** The board alone on a page, with a plan made here: for the bench, and for looking at it. See ../board.bench.ts. */
import '#lib/ui/tokens.css';
import '#lib/ui/base.css';
import { mount } from 'svelte';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { changeRow } from '#lib/doc/commands/change-row.ts';
import { writePlan } from '#lib/doc/commands/write-plan.ts';
import { openPlan } from '#lib/doc/plan-document.ts';
import { day } from '#lib/domain/calendar/day-key.ts';
import type { Plan } from '#lib/domain/schedule/plan.ts';
import { LivePlan } from '#lib/live/plan.svelte.ts';
import { Presence } from '#lib/live/presence.svelte.ts';
import { language } from '#lib/ui/text/index.svelte.ts';
import { theme, type Theme } from '#lib/ui/theme.svelte.ts';
import { boardActions } from '../../../src/routes/p/[production]/board/board-actions.ts';
import { boardView } from '../../../src/routes/p/[production]/board/board-view.svelte.ts';
import Page from './Page.svelte';
import { manyStrips } from './many-strips.ts';
import type { BoardBench } from './window.ts';

const query = new URLSearchParams(location.search);
const count = Number(query.get('strips') ?? 0);

theme.choose((query.get('theme') ?? 'paper') as Theme);
await language.choose(query.get('lang') === 'zh-Hans' ? 'zh-Hans' : 'en');

// Apart, so that it doesn't count as JavaScript of the board.
const { demoPlan } = await import('#lib/demo/demo-plan.ts');
const demo = demoPlan('B', 7, day('2026-11-12'));
const plan: Plan = count > 0 ? manyStrips(demo, count) : demo;
// The document as a device would have it: bytes, written elsewhere.
const elsewhere = new Y.Doc();
writePlan(
	openPlan(elsewhere),
	query.get('empty') === '1'
		? { production: plan.production }
		: query.get('empty') === 'days'
			? {
					...plan,
					days: new Map(),
					strips: new Map(
						[...plan.strips].map(([id, strip]) => [id, { ...strip, place: { ...strip.place, dayId: null } }])
					)
				}
			: plan
);
const bytes = Y.encodeStateAsUpdate(elsewhere);

const doc = new Y.Doc();
Y.applyUpdate(doc, bytes);
await new Promise((done) => setTimeout(done, 50));

const before = performance.now();
const live = new LivePlan(doc);
const awareness = new Awareness(doc);
const presence = new Presence(awareness);
const view = boardView(live, presence);
mount(Page, {
	target: document.getElementById('app') as HTMLElement,
	props: { view, actions: boardActions(live), editable: query.get('read') !== '1' }
});
const mounted = performance.now();
requestAnimationFrame(() => setTimeout(() => (bench.painted = performance.now() - before)));

const bench: BoardBench = {
	mounted: mounted - before,
	painted: 0,
	get views(): number {
		return view.live.viewsMade;
	},
	async remote(n) {
		const strip = [...plan.strips.values()].filter((one) => one.sceneId !== null)[n];
		if (!strip?.sceneId) return { ms: 0, views: 0 };
		changeRow(openPlan(elsewhere), 'scenes', strip.sceneId, { number: `R-${n}` });
		const update = Y.encodeStateAsUpdate(elsewhere, Y.encodeStateVector(doc));
		const views = view.live.viewsMade;
		const start = performance.now();
		Y.applyUpdate(doc, update, 'remote');
		await new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done)));
		return { ms: performance.now() - start, views: view.live.viewsMade - views };
	},
	visit(name, strips) {
		const other = new Y.Doc();
		const theirs = new Awareness(other);
		theirs.setLocalState({
			user: { id: name, name, role: 'planner' },
			at: strips.map((n) => [...plan.strips.keys()][n])
		});
		awareness.states.set(other.clientID, theirs.getLocalState() as Record<string, unknown>);
		awareness.emit('change', [{ added: [other.clientID], updated: [], removed: [] }, 'remote']);
	},
	frames: [],
	record(): void {
		let last = performance.now();
		bench.frames = [];
		const step = (now: number): void => {
			bench.frames.push(now - last);
			last = now;
			if (bench.frames.length < 5000) requestAnimationFrame(step);
		};
		requestAnimationFrame(step);
	}
};
window.bench = bench;
