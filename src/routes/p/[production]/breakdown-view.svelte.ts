import { byOrder } from '#lib/domain/order-key.ts';
import { scenesOfElements } from '#lib/domain/schedule/breakdown/elements.ts';
import { sceneEstimates } from '#lib/domain/schedule/breakdown/estimates.ts';
import type { Production, Scene } from '#lib/domain/schedule/records.ts';
import type { LivePlan } from '#lib/live/plan.svelte.ts';
import type { BreakdownView, RequestOfScene } from '#lib/ui/breakdown/types.ts';
import { text } from '#lib/ui/text/index.svelte.ts';

const byName = (a: string, b: string): number => a.localeCompare(b);

/** A live plan as a breakdown takes it. Lists are made once a change, whichever scene asks. */
export function breakdownView(plan: LivePlan): BreakdownView {
	const { tables } = plan;
	const order = $derived([...tables.scenes.rows().values()].sort(byOrder).map(({ id }) => id));
	const characters = $derived(
		[...tables.characters.rows().values()]
			.map(({ id, name, boardNumber }) => ({ id, name, number: boardNumber }))
			.sort((a, b) => (a.number ?? 9999) - (b.number ?? 9999))
	);
	const episodes = $derived(
		[...tables.episodes.rows().values()]
			.map(({ id, number, title }) => ({ id, number, title }))
			.sort((a, b) => a.number - b.number)
	);
	const setNames = $derived(
		[...tables.sets.rows().values()]
			.map(({ name }) => name)
			.filter(Boolean)
			.sort(byName)
	);
	const locationNames = $derived(
		[...tables.locations.rows().values()]
			.map(({ name }) => name)
			.filter(Boolean)
			.sort(byName)
	);
	const elements = $derived([...tables.elements.rows().values()]);
	const needed = $derived(scenesOfElements(tables.scenes.rows().values()));

	const requestOf = (id: string | null): RequestOfScene | null => {
		const row = tables.requests.row(id);
		return row && { id: row.id, from: row.from, round: row.round, number: row.number, text: row.text };
	};
	const elementsOf = (scene: Scene) =>
		scene.elementIds.flatMap((id) => {
			const element = tables.elements.row(id);
			return element && element.archivedAt === null ? [element] : [];
		});

	return {
		get production(): Production {
			const row = plan.production;
			if (!row) throw new Error('A breakdown was drawn before its plan was there.');
			return row;
		},
		get order() {
			return order;
		},
		scene(id) {
			const scene = tables.scenes.row(id);
			return scene?.archivedAt === null ? scene : null;
		},
		set(scene) {
			const set = tables.sets.row(scene.setId);
			return (
				set && { id: set.id, name: set.name, location: tables.locations.row(set.locationId)?.name ?? '' }
			);
		},
		cast: (scene) => characters.filter(({ id }) => scene.castIds.includes(id)),
		estimates(scene) {
			const child = scene.castIds.some(
				(id) => tables.people.row(tables.characters.row(id)?.personId)?.minor === true
			);
			const categories = elementsOf(scene).map(({ category }) => category);
			return sceneEstimates(scene, this.production, { categories, child });
		},
		elements: elementsOf,
		characters: () => characters,
		episodes: () => episodes,
		setNames: () => setNames,
		locationNames: () => locationNames,
		allElements: () => elements,
		needed: () => needed,
		imports: (scene) =>
			[...tables.sceneChanges.rows().values()]
				.filter(({ sceneId }) => sceneId === scene.id)
				.flatMap((change) => {
					const from = tables.imports.row(change.importId);
					if (!from) return [];
					const { id, kind, eighthsBefore, eighthsAfter } = change;
					const { at, fileName, version } = from;
					const request = requestOf(change.requestId ?? from.requestId);
					return [{ id, kind, eighthsBefore, eighthsAfter, at, fileName, version, request }];
				})
				.sort((a, b) => b.at - a.at),
		request: (scene) => requestOf(scene.requestId),
		nameOf(field, id) {
			if (field === 'castIds') {
				const who = tables.characters.row(id);
				return who && [who.boardNumber, who.name].filter((part) => part !== null).join(' ');
			}
			if (field === 'elementIds') return tables.elements.row(id)?.name ?? null;
			if (field === 'episodeIds') {
				const episode = tables.episodes.row(id);
				return episode && String(episode.number);
			}
			if (field === 'setId') return tables.sets.row(id)?.name ?? null;
			if (field === 'requestId') {
				const request = requestOf(id);
				return request && `${request.round}.${request.number}`;
			}
			if (field === 'intExt') return (text.board.intExt as Record<string, string>)[id] ?? null;
			if (field === 'time') return (text.board.time as Record<string, string>)[id] ?? null;
			return null;
		}
	};
}
