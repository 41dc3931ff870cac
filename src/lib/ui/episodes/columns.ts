/** The columns of the episode grid: what each shows, copies and takes. */
import type { EpisodeId, SceneId } from '#lib/domain/ids.ts';
import type { EpisodeWithState } from '#lib/domain/schedule/episode-readiness.ts';
import { deliverablesOf, stops } from '#lib/domain/schedule/episode-state.ts';
import { EPISODE_STATUSES, type Episode, type Production, type Scene } from '#lib/domain/schedule/records.ts';
import type { CellChange, GridColumn, NewRow, Taken } from '../grid/types.ts';
import { text } from '../text/index.svelte.ts';
import * as read from './read.ts';
import type { EpisodeChange } from './types.ts';

type Row = EpisodeWithState;
export type EpisodeColumn = GridColumn<Row>;
type Field = keyof EpisodeChange['values'];
type Key = Field | 'lacks' | 'share' | 'shotSeconds' | 'scenes';

const figure = (value: number | null): string => (value === null ? '' : String(value));

/** What an episode lacks, in a line. */
export const lacksOf = ({ state }: Row): string => text.episodes.lacks(state.lacks);

/**
 * @param scenes all scenes of the plan, read when a scene number is typed
 */
export function episodeColumns(
	production: Production,
	scenes: () => readonly Pick<Scene, 'id' | 'number'>[]
): readonly EpisodeColumn[] {
	const words = text.episodes;
	const about: Partial<Record<Key, string>> = words.about;
	const column = (
		key: Key,
		width: number,
		rest: Omit<EpisodeColumn, 'key' | 'name' | 'width'>
	): EpisodeColumn => ({
		key,
		name: words.columns[key as keyof typeof words.columns],
		about: about[key],
		width,
		...rest
	});
	const typed = (key: 'title' | 'scriptVersion' | 'sponsor', width: number): EpisodeColumn =>
		column(key, width, { kind: 'text', show: ({ episode }) => episode[key], read: read.readText });
	const told = (key: 'hook' | 'twist' | 'cliffhanger' | 'notes', width: number): EpisodeColumn =>
		column(key, width, { kind: 'long', show: ({ episode }) => episode[key], read: read.readText });
	const ticked = (key: 'unlock' | 'scriptLocked' | 'postOnly', width: number): EpisodeColumn =>
		column(key, width, {
			kind: 'check',
			show: ({ episode }) => (episode[key] ? '✓' : ''),
			write: ({ episode }) => (episode[key] ? text.grid.yes : text.grid.no),
			read: read.readCheck
		});
	const named = (
		key: 'delivered' | 'variantsDone',
		width: number,
		all: readonly string[],
		word: (name: string) => string
	): EpisodeColumn => {
		const done = ({ episode }: Row): string[] => all.filter((name) => episode[key].includes(name));
		return column(key, width, {
			kind: 'text',
			show: (row) => (all.length === 0 ? '' : words.of(done(row).length, all.length)),
			write: (row) => done(row).map(word).join(', '),
			sort: (row) => done(row).length,
			read: (given) => read.readNames(given, all, word),
			opens: true
		});
	};
	const seconds = (key: 'targetSeconds' | 'cutSeconds', width: number): EpisodeColumn =>
		column(key, width, {
			kind: 'figure',
			show: ({ episode }) => figure(episode[key]),
			sort: ({ episode }) => episode[key],
			read: (given) => read.readSeconds(given, key === 'targetSeconds')
		});
	return [
		column('number', 84, {
			kind: 'figure',
			show: ({ episode }) => String(episode.number),
			sort: ({ episode }) => episode.number,
			read: read.readNumber,
			opens: true
		}),
		typed('title', 168),
		column('status', 152, {
			kind: 'choice',
			show: ({ episode }) => words.statuses[episode.status],
			sort: ({ episode }) => EPISODE_STATUSES.indexOf(episode.status),
			words: EPISODE_STATUSES.map((status) => words.statuses[status]),
			read: read.readStatus
		}),
		column('lacks', 208, {
			kind: 'text',
			show: lacksOf,
			sort: ({ state }) => state.lacks.length,
			tone: ({ state }) => (state.lacks.some(stops) ? 'bad' : 'faint')
		}),
		column('share', 68, {
			kind: 'figure',
			show: ({ state }) => (state.share === null ? '' : `${Math.floor(state.share * 100)} %`),
			sort: ({ state }) => state.share,
			tone: ({ state }) => (state.share === 1 ? 'ok' : null)
		}),
		column('shotSeconds', 116, {
			kind: 'figure',
			show: ({ state }) => (state.scenes.length === 0 ? '' : String(state.shotSeconds)),
			sort: ({ state }) => state.shotSeconds
		}),
		seconds('targetSeconds', 92),
		seconds('cutSeconds', 92),
		column('scenes', 192, {
			kind: 'text',
			show: ({ state }) => state.scenes.map(({ scene }) => scene.number).join(' '),
			sort: ({ state }) => state.scenes.length,
			read: (given) => read.readScenes(given, scenes()),
			opens: true
		}),
		told('hook', 208),
		told('twist', 208),
		told('cliffhanger', 208),
		column('access', 104, {
			kind: 'choice',
			show: ({ episode }) => words.access[episode.access],
			words: [words.access.free, words.access.paid],
			read: read.readAccess
		}),
		ticked('unlock', 108),
		column('unlockPrice', 76, {
			kind: 'figure',
			show: ({ episode }) => read.writePrice(episode.unlockPrice, production.currency),
			sort: ({ episode }) => episode.unlockPrice,
			read: (given) => read.readPrice(given, production.currency)
		}),
		typed('scriptVersion', 120),
		ticked('scriptLocked', 76),
		typed('sponsor', 152),
		named('variantsDone', 132, production.variants, (name) => name),
		named('delivered', 124, deliverablesOf(production), words.deliverable),
		ticked('postOnly', 92),
		told('notes', 208)
	];
}

/** Cells that changed, as changes of episodes. */
export function changesOf(cells: readonly CellChange[]): Map<EpisodeId, EpisodeChange> {
	const byId = new Map<EpisodeId, Map<string, unknown>>();
	for (const { id, key, value } of cells) {
		const of = byId.get(id as EpisodeId);
		if (of) of.set(key, value);
		else byId.set(id as EpisodeId, new Map([[key, value]]));
	}
	return new Map([...byId].map(([id, values]) => [id, changeOf(values)]));
}

/** One row's cells. Values are those `read` answered, so each is of its column's type. */
export function changeOf(cells: NewRow): EpisodeChange {
	const { scenes, ...values } = Object.fromEntries(cells);
	return {
		values: values as Partial<Episode>,
		...(scenes === undefined ? {} : { sceneIds: scenes as readonly SceneId[] })
	};
}

/** Reads one field as its column does: for forms, which take the same words. */
export const readField = (columns: readonly EpisodeColumn[], key: string, given: string, row: Row): Taken =>
	columns.find((one) => one.key === key)?.read?.(given, row) ?? {
		ok: false,
		why: text.grid.reckoned({ name: key })
	};
