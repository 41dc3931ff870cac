import { readFdxHeading, tidyFdxNumber } from './fdx-heading.ts';
import { writeLength } from './fdx-length.ts';
import { writeBody } from './fdx-write-body.ts';
import { headingOf, isOmittedHeading, withoutNumber, type HeadingParts } from './fdx-write-heading.ts';
import { SceneTags, startTags, type TagWriter, type Wanted } from './fdx-write-tags.ts';
import { element, escapeXml, inParagraph, paragraph, plainText } from './fdx-xml.ts';
import { hasHan } from './letters.ts';
import type { ReadElement, SceneFields } from './types.ts';

/** A scene to write. The heading is a text, or made of its parts in the language of the set's name. */
export type SceneToWrite = SceneFields &
	HeadingParts & {
		number: string;
		episode?: number | null;
		/** Whole eighths; 0 for an omitted scene. */
		eighths: number;
		synopsis?: string;
		cast?: readonly string[];
		elements?: readonly ReadElement[];
		notes?: readonly string[];
		/** The scene's text as a reader kept it; empty when there is none. */
		text?: string;
		omitted?: boolean;
	};

type EpisodeToWrite = { number: number; title: string; synopsis?: string };

export type ScriptToWrite = {
	title: string | null;
	scenes: readonly SceneToWrite[];
	/** In order; each stands above its scenes. */
	episodes?: readonly EpisodeToWrite[];
	/** Notes on the script as a whole. */
	notes?: readonly string[];
};

/**
 * Writes a Final Draft file (version 5, which every later one opens): numbers, lengths, summaries, cast, notes, tags
 * by category, and the script's text where there is one. `readFdx` reads all of it back.
 *
 * @returns XML, to be saved as UTF-8
 * @example writeFdx({ title: 'Rain Money', scenes: [{ number: '1', intExt: 'int', set: 'TEA HOUSE', time: 'day', eighths: 11 }] })
 */
export function writeFdx(script: ScriptToWrite): string {
	const tags = startTags();
	const { notes = [] } = script;
	const content = [
		...(notes.length > 0 ? [paragraph({ Type: 'General' }, noteXml(notes))] : []),
		...scenesAndEpisodes(script, tags)
	].join('\n');
	return [
		'<?xml version="1.0" encoding="UTF-8" standalone="no" ?>',
		'<FinalDraft DocumentType="Script" Template="No" Version="5">',
		`<Content>\n${content}\n</Content>`,
		...titlePage(script.title),
		...(content.includes(' Type="Lyrics"') ? [LYRICS] : []),
		...characters(script),
		...tags.data(),
		'</FinalDraft>',
		''
	].join('\n');
}

/** Not one of Final Draft's own elements, so that it is declared, as one that a writer made would be. */
const LYRICS =
	'<ElementSettings Type="Lyrics"><FontSpec AdornmentStyle="0" Color="#000000000000" Font="Courier Final Draft" Size="12" Style="Italic"/>' +
	'<ParagraphSpec Alignment="Left" FirstIndent="0.00" Leading="Regular" LeftIndent="2.50" RightIndent="6.00" SpaceBefore="0" Spacing="1" StartsNewPage="No"/>' +
	'<Behavior PaginateAs="Dialogue" ReturnKey="Lyrics" Shortcut=""/></ElementSettings>';

function scenesAndEpisodes({ scenes, episodes = [] }: ScriptToWrite, tags: TagWriter): string[] {
	const out: string[] = [];
	const han = scenes.some(({ set, heading }) => hasHan(heading ?? set ?? ''));
	let written = 0;
	let now: number | null = null;
	for (const scene of scenes) {
		const episode = scene.episode ?? null;
		if (episode !== null && episode !== now) {
			const index = episodes.findIndex(({ number }) => number === episode);
			// Episodes without a scene stand where they stood.
			for (; written < index; written++) out.push(...episodeXml(episodes[written], han));
			written = Math.max(written, index + 1);
			out.push(...episodeXml(episodes[index] ?? { number: episode, title: '' }, han));
			now = episode;
		}
		out.push(...sceneXml(scene, tags));
	}
	for (; written < episodes.length; written++) out.push(...episodeXml(episodes[written], han));
	return out;
}

function episodeXml(episode: EpisodeToWrite | undefined, han: boolean): string[] {
	if (!episode) return [];
	const { number, title, synopsis } = episode;
	const words = han ? `第${number}集${title && ` ${title}`}` : `Episode ${number}${title && `: ${title}`}`;
	const properties = synopsis ? element('SceneProperties', {}, summaryXml(synopsis)) : '';
	return [paragraph({ Alignment: 'Center', Type: 'New Act' }, properties + plainText(words))];
}

function sceneXml(scene: SceneToWrite, writer: TagWriter): string[] {
	const { number, cast = [], notes = [], text = '' } = scene;
	const { words, labels } = headingOf(scene, number);
	const style = readFdxHeading(words, tidyFdxNumber(number), null)?.style ?? 'fountain';
	const tags = new SceneTags(wantedOf(scene), writer);
	const above = sceneProperties(scene) + noteXml(notes);
	const heading = plainText(withoutNumber(words, number));
	const body = [
		...labels.map((label) => paragraph({ Type: 'Action' }, plainText(label))),
		...writeBody(text, style, cast, tags)
	];
	const attributes = { Number: number, Type: 'Scene Heading' };
	if (!scene.omitted || isOmittedHeading(words)) {
		return [paragraph(attributes, above + heading), ...body, ...tags.rest()];
	}
	// As Final Draft omits a scene, so that it can be restored there.
	const inside = [paragraph({ Type: 'Scene Heading' }, heading), ...body].join('\n');
	const card = `${above}${plainText('OMITTED')}<OmittedScene>\n${inside}\n</OmittedScene>`;
	return [paragraph(attributes, card), ...tags.rest()];
}

function wantedOf({ elements = [], cast = [], ...scene }: SceneToWrite): Wanted[] {
	const fields = (['scriptDay', 'sequence', 'unit', 'location', 'comments'] as const).flatMap((kind) => {
		const name = scene[kind];
		return name ? [{ kind, name }] : [];
	});
	return [
		...elements.map(({ category, name }) => ({ kind: category, name })),
		...cast.map((name) => ({ kind: 'cast' as const, name })),
		...fields
	];
}

function sceneProperties({
	eighths,
	scriptPage,
	title,
	colour,
	synopsis,
	cast = [],
	omitted
}: SceneToWrite): string {
	const beats = cast.map((name) => element('CharacterArcBeat', { Name: name }, inParagraph(''))).join('');
	const attributes = {
		Color: colour && colour.replace(/[\da-f]{2}/gi, '$&$&').toUpperCase(),
		Length: omitted || eighths === 0 ? '' : writeLength(eighths),
		Page: scriptPage ?? '',
		Title: title ?? ''
	};
	const inside = (synopsis ? summaryXml(synopsis) : '') + (beats ? element('SceneArcBeats', {}, beats) : '');
	return element('SceneProperties', attributes, inside);
}

const summaryXml = (synopsis: string): string => element('Summary', {}, inParagraph(synopsis));

const noteXml = (notes: readonly string[]): string =>
	notes
		.map((note, index) =>
			element('ScriptNote', { Color: '#FFFFFFFF0000', ID: String(index + 1), Name: '' }, inParagraph(note))
		)
		.join('');

const titlePage = (title: string | null): string[] =>
	title
		? [
				`<TitlePage><Content>\n${paragraph({ Alignment: 'Center', Type: 'General' }, plainText(title))}\n</Content></TitlePage>`
			]
		: [];

/** The names Final Draft offers while somebody types. */
function characters({ scenes }: ScriptToWrite): string[] {
	const names = [...new Set(scenes.flatMap(({ cast = [] }) => cast))];
	if (names.length === 0) return [];
	const rows = names.map((name) => `<Character>${escapeXml(name)}</Character>`);
	return [`<SmartType>\n<Characters>\n${rows.join('\n')}\n</Characters>\n</SmartType>`];
}
