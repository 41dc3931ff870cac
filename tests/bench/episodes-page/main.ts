/** The Episodes page alone, with a plan made here: for the bench, and for looking at it. See ../episodes.bench.ts. */
import '#lib/ui/tokens.css';
import '#lib/ui/base.css';
import './page.css';
import { mount } from 'svelte';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { changeRow } from '#lib/doc/commands/change-row.ts';
import { writePlan } from '#lib/doc/commands/write-plan.ts';
import { openPlan } from '#lib/doc/plan-document.ts';
import { day } from '#lib/domain/calendar/day-key.ts';
import { demoPlan } from '#lib/demo/demo-plan.ts';
import { LivePlan } from '#lib/live/plan.svelte.ts';
import { Presence } from '#lib/live/presence.svelte.ts';
import { language } from '#lib/ui/text/index.svelte.ts';
import { theme, type Theme } from '#lib/ui/theme.svelte.ts';
import { episodesActs } from '../../../src/routes/p/[production]/episodes/episodes-acts.ts';
import { episodesView } from '../../../src/routes/p/[production]/episodes/episodes-view.svelte.ts';
import { manyEpisodes } from './many-episodes.ts';
import Page from './Page.svelte';
import type { EpisodesBench } from './window.ts';

const query = new URLSearchParams(location.search);
const count = Number(query.get('episodes') ?? 0);
theme.choose((query.get('theme') ?? 'paper') as Theme);
await language.choose(query.get('lang') === 'zh-Hans' ? 'zh-Hans' : 'en');

const demo = demoPlan('B', 7, day('2026-11-12'));
const plan = count > 0 ? manyEpisodes(demo, count) : demo;
// The document as a device would have it: bytes, written elsewhere.
const elsewhere = openPlan(new Y.Doc());
writePlan(elsewhere, query.get('empty') === '1' ? { production: plan.production } : plan);
const doc = new Y.Doc();
Y.applyUpdate(doc, Y.encodeStateAsUpdate(elsewhere.doc));

const painted = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

const before = performance.now();
const live = new LivePlan(doc);
const presence = new Presence(new Awareness(doc));
mount(Page, {
	target: document.getElementById('app') as HTMLElement,
	props: { view: episodesView(live, presence), acts: episodesActs(live, presence) }
});
void painted().then(() => (bench.painted = performance.now() - before));

const bench: EpisodesBench = {
	painted: 0,
	async paste(rows, columns) {
		const cells = ['title', 'script', '', '', '', '95', '', '', 'hook', 'twist', 'cliffhanger'];
		const data = new DataTransfer();
		// Text columns only: number, title … as a sheet has them would need a number in the first.
		const line = (n: number): string =>
			Array.from({ length: columns }, (_, c) => `${cells[c % 2 === 0 ? 0 : 8]} ${n}.${c}`).join('\t');
		data.setData('text/plain', Array.from({ length: rows }, (_, n) => line(n)).join('\n'));
		const start = performance.now();
		document.activeElement?.dispatchEvent(
			new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
		);
		await painted();
		return performance.now() - start;
	},
	async remote(n) {
		const id = [...plan.episodes.keys()][n] as string;
		changeRow(elsewhere, 'episodes', id, { title: `Theirs ${n}` });
		const update = Y.encodeStateAsUpdate(elsewhere.doc, Y.encodeStateVector(doc));
		const touched = new Set<Element>();
		const watch = new MutationObserver((all) => {
			for (const { target } of all) {
				const element = target instanceof Element ? target : target.parentElement;
				const row = element?.closest('[data-row]');
				if (row) touched.add(row);
			}
		});
		watch.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
		const start = performance.now();
		Y.applyUpdate(doc, update, 'remote');
		await painted();
		const ms = performance.now() - start;
		watch.disconnect();
		return { ms, rows: touched.size };
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
window.episodes = bench;
