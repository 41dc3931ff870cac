import { runsOf, type Run } from './fdx-styles.ts';
import type { SceneTags } from './fdx-write-tags.ts';
import { paragraph, textRun } from './fdx-xml.ts';
import { oneSpaced } from './letters.ts';
import { readCue } from './names.ts';
import { typedLines, type TypedLine } from './typed-lines.ts';
import type { SceneDraft } from './scene-draft.ts';

type Type = 'Action' | 'Character' | 'Dialogue' | 'Parenthetical' | 'Transition' | 'Lyrics';
type Block = { type: Type; lines: string[]; tight: boolean; centred?: boolean };

/** A speech, so that one beside it can be put into the same DualDialogue. */
type Speech = { blocks: Block[]; dual: boolean };

/** The paragraphs of a scene's text, as XML. */
export function writeBody(
	text: string,
	style: SceneDraft['style'],
	cast: readonly string[],
	tags: SceneTags
): string[] {
	const items = blocksOf(typedLines(text, style, cast), style);
	for (const item of items) {
		for (const { type, lines } of 'blocks' in item ? item.blocks : [])
			if (type === 'Character') tags.speaks(readCue(`@${lines[0]}`, () => true)?.names ?? []);
	}
	const out: string[] = [];
	for (let i = 0; i < items.length; i++) {
		const item = items[i];
		if (!item) continue;
		if (!('blocks' in item)) {
			out.push(blockXml(item, tags));
			continue;
		}
		const beside = [item];
		for (let next = items[i + 1]; next && 'blocks' in next && next.dual; next = items[i + 1]) {
			beside.push(next);
			i++;
		}
		const inside = beside.flatMap(({ blocks }) => blocks.map((block) => blockXml(block, tags)));
		if (beside.length === 1 && !item.dual) out.push(...inside);
		else out.push(`<Paragraph><DualDialogue>\n${inside.join('\n')}\n</DualDialogue></Paragraph>`);
	}
	return out;
}

function blockXml({ type, lines, tight, centred }: Block, tags: SceneTags): string {
	const runs = lines.flatMap((line, index): Run[] => [
		...(index > 0 ? [{ text: '\n', style: '', tags: [] }] : []),
		...(type === 'Character' ? [{ text: line, style: '', tags: [] }] : runsOf(line))
	]);
	const tagged = type === 'Action' || type === 'Dialogue' ? tags.tag(runs) : runs;
	const attributes = {
		Alignment: centred ? 'Center' : undefined,
		SpaceBefore: tight && type !== 'Dialogue' && type !== 'Parenthetical' ? '0' : undefined,
		Type: type
	};
	return paragraph(attributes, tagged.map(textRun).join(''));
}

function blocksOf(lines: readonly TypedLine[], style: SceneDraft['style']): (Block | Speech)[] {
	const items: (Block | Speech)[] = [];
	let speech: Speech | null = null;
	let tight = false;
	for (const { kind, text } of lines) {
		const last: Block | Speech | undefined = items.at(-1);
		if (kind === 'blank') {
			tight = false;
			continue;
		}
		if (kind === 'cue') {
			const dual = /\^\s*$/.test(text);
			const name = text.replace(/^[@＠]\s*/, '').replace(/\s*\^\s*$/, '');
			items.push((speech = { blocks: [{ type: 'Character', lines: [name], tight }], dual }));
		} else if ((kind === 'dialogue' || kind === 'parenthetical') && speech) {
			addToSpeech(speech, kind, text);
		} else if (kind === 'speech') {
			const said = speechOf(text, tight);
			items.push(said ?? { type: 'Action', lines: [text], tight });
			speech = said;
		} else {
			speech = null;
			const block = blockOf(kind, text, tight);
			const goesOn =
				tight && style === 'fountain' && last && isPlain(last) && isPlain(block) && block.lines[0] === text;
			if (goesOn) last.lines.push(text);
			else items.push(block);
		}
		tight = true;
	}
	return items;
}

const isPlain = (item: Block | Speech): item is Block =>
	'type' in item && item.type === 'Action' && !item.centred;

function blockOf(kind: TypedLine['kind'], text: string, tight: boolean): Block {
	// A mark with nothing behind it is a word.
	if (/^[!>~\s]*<?$/.test(text)) return { type: 'Action', lines: [text], tight };
	if (kind === 'transition') return { type: 'Transition', lines: [text.replace(/^>\s*/, '')], tight };
	if (/^>.*<$/.test(text)) {
		const words = text.slice(1, -1).trim();
		return { type: 'Action', lines: [words], tight, centred: true };
	}
	if (text.startsWith('~')) return { type: 'Lyrics', lines: [text.slice(1).trim()], tight };
	return { type: 'Action', lines: [text.replace(/^!\s*/, '')], tight };
}

function addToSpeech(speech: Speech, kind: 'dialogue' | 'parenthetical', text: string): void {
	const sung = text.startsWith('~');
	const type = sung ? 'Lyrics' : kind === 'dialogue' ? 'Dialogue' : 'Parenthetical';
	const last = speech.blocks.at(-1);
	const line = sung ? text.slice(1) : text;
	if (last?.type === type && type === 'Dialogue') last.lines.push(line);
	else speech.blocks.push({ type, lines: [line], tight: true });
}

/** 林晚（冷笑）：你来了。 as a name with its colon and the words below, which reads back as the one line it was. */
function speechOf(text: string, tight: boolean): Speech | null {
	const at = /[:：]/.exec(text)?.index ?? -1;
	const [name, words] = [text.slice(0, at + 1), text.slice(at + 1)];
	if (at < 1 || !words || words.trim() !== words || oneSpaced(name) !== name) return null;
	const blocks: Block[] = [
		{ type: 'Character', lines: [name], tight },
		{ type: 'Dialogue', lines: [words], tight: true }
	];
	return { blocks, dual: false };
}
