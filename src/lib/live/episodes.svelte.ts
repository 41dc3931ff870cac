import type { EpisodeId } from '#lib/domain/ids.ts';
import { byNumber, numbersTwice } from '#lib/domain/schedule/episode-numbers.ts';
import { contractState, stretches, type EpisodeWithState } from '#lib/domain/schedule/episode-readiness.ts';
import { openRequests, scenesByEpisode, type EpisodeScene } from '#lib/domain/schedule/episode-scenes.ts';
import { episodeState } from '#lib/domain/schedule/episode-state.ts';
import type { Production } from '#lib/domain/schedule/records.ts';
import type { LivePlan } from './plan.svelte.ts';
import { KeptById } from './rooted.svelte.ts';

const NONE: readonly EpisodeScene[] = [];

/**
 * The episodes as pages see them. Each is one value that stays the same object until its own row or one of its
 * scenes changes, so a colleague's edit draws one row anew, however many there are.
 */
export class LiveEpisodes {
	readonly plan: LivePlan;
	constructor(plan: LivePlan) {
		this.plan = plan;
	}

	readonly #ordered: readonly EpisodeId[] = $derived.by(
		keepsEqual(() => [...this.plan.tables.episodes.rows().values()].sort(byNumber).map(({ id }) => id))
	);
	/** Ids in order of number; the same list until one comes, goes or is numbered anew. */
	get ids(): readonly EpisodeId[] {
		return this.#ordered;
	}

	readonly #twice = $derived.by(() => numbersTwice(this.plan.tables.episodes.rows().values()));

	#scenesWere = new Map<EpisodeId, readonly EpisodeScene[]>();
	/** Scenes and strips are looked through once a change, together; an episode none of them is of keeps its list. */
	readonly #scenes = $derived.by(() => {
		const { tables } = this.plan;
		void tables.episodes.ids();
		const found = scenesByEpisode({
			episodes: tables.episodes.table.rows(),
			scenes: tables.scenes.rows(),
			strips: tables.strips.rows(),
			days: tables.days.rows()
		});
		const next = new Map<EpisodeId, readonly EpisodeScene[]>();
		for (const [id, scenes] of found) {
			const was = this.#scenesWere.get(id);
			next.set(id, was && sameScenes(was, scenes) ? was : scenes);
		}
		return (this.#scenesWere = next);
	});
	readonly #scenesOf = new KeptById<EpisodeId, readonly EpisodeScene[]>((id) => this.#scenes.get(id) ?? NONE);

	readonly #requests = $derived.by(() => {
		const { tables } = this.plan;
		return openRequests(
			{ episodes: tables.episodes.rows(), requests: tables.requests.rows(), tasks: tables.tasks.rows() },
			this.#scenes
		);
	});
	readonly #requestsOf = new KeptById<EpisodeId, number>((id) => this.#requests.get(id)?.size ?? 0);

	readonly #production = $derived.by(() => this.plan.production);
	get production(): Production {
		if (!this.#production) throw new Error('Episodes were drawn before their plan was there.');
		return this.#production;
	}

	readonly #numberTwice = new KeptById<EpisodeId, boolean>((id) => {
		const row = this.plan.tables.episodes.row(id);
		return !!row && this.#twice.has(row.number);
	});

	readonly #views = new KeptById<EpisodeId, EpisodeWithState | null>((id) => {
		const episode = this.plan.tables.episodes.row(id);
		if (!episode) return null;
		const state = episodeState(episode, this.#scenesOf.get(id), {
			production: this.production,
			requests: this.#requestsOf.get(id),
			numberTwice: this.#numberTwice.get(id)
		});
		return { episode, state };
	});

	/** One episode with what is reckoned of it. Depends on this episode only. */
	view(id: EpisodeId): EpisodeWithState | null {
		return this.#views.get(id);
	}

	readonly #all = $derived.by(() => this.ids.flatMap((id) => this.view(id) ?? []));
	/** All of them in order. Depends on every one. */
	get all(): readonly EpisodeWithState[] {
		return this.#all;
	}

	readonly stretches = $derived.by(() => stretches(this.#all));
	readonly contract = $derived.by(() => contractState(this.#all, this.production));
}

function keepsEqual<T>(read: () => readonly T[]): () => readonly T[] {
	let was: readonly T[] = [];
	return () => {
		const now = read();
		if (now.length !== was.length || now.some((one, at) => one !== was[at])) was = now;
		return was;
	};
}

const sameScenes = (a: readonly EpisodeScene[], b: readonly EpisodeScene[]): boolean =>
	a.length === b.length &&
	a.every((one, at) => {
		const other = b[at] as EpisodeScene;
		return (
			one.scene === other.scene &&
			one.state === other.state &&
			one.shotEighths === other.shotEighths &&
			one.sharedBy === other.sharedBy
		);
	});
