import type { RefusalReason, WarningCode } from '#lib/domain/scripts/types.ts';
import { counted } from '../plural.ts';

const count = counted('en');

/** What a warning is about, as the reader noted it. */
export type ScriptWords = Readonly<Record<string, string | number>>;

const warnings: Record<WarningCode, (data: ScriptWords) => string> = {
	'heading-no-location': () => 'The heading names no place.',
	'heading-no-int-ext': () => 'INT or EXT is missing; left open.',
	'heading-no-time': () => 'Day or night is missing; left open.',
	'time-inherited': (d: ScriptWords) => `Time taken from scene ${d.from}.`,
	'time-guessed': (d: ScriptWords) => `Time read as “${d.read}”.`,
	'number-duplicate': (d: ScriptWords) =>
		`Scene ${d.number} was there already; this one is called ${d.named}.`,
	'number-missing': (d: ScriptWords) => `The scene has no number; it is called ${d.named}.`,
	'numbers-restart': () => 'Numbers start again in each episode; read as episode-scene.',
	'number-out-of-order': (d: ScriptWords) => `Scene ${d.number} comes after ${d.after}.`,
	'text-before-first-scene': (d: ScriptWords) =>
		`${count(Number(d.lines), 'line', 'lines')} above the first scene not read.`,
	'text-outside-scene': (d: ScriptWords) =>
		`${count(Number(d.lines), 'line', 'lines')} belong to no scene; not read.`,
	'note-unclosed': () => 'A note [[ is never closed; kept as text.',
	'boneyard-unclosed': () => 'A comment /* is never closed; kept as text.',
	'looks-like-heading': () => 'Looks like a heading but does not stand alone; read as text.',
	'cue-maybe-transition': () => 'Read as a transition, not as somebody speaking.',
	'cue-maybe-action': (d: ScriptWords) =>
		d.readAs === 'character'
			? 'Read as a character; perhaps it is action.'
			: 'Read as action; perhaps it is a character.',
	'cue-without-at': () => 'Read as action. If this is a name, write @ before it.',
	'cue-no-dialogue': () => 'A character is named but says nothing.',
	'speaker-not-listed': (d: ScriptWords) => `${d.name} speaks but is not listed; added to the scene’s cast.`,
	'episode-unmarked': () => 'Read as the beginning of an episode.',
	'episode-repeated': () => 'This episode began before; the scenes are put together.',
	'episode-mismatch': (d: ScriptWords) => `Scene ${d.number} stands under episode ${d.under}.`,
	'episode-empty': () => 'This episode has no scene.',
	'scene-without-episode': () => 'The scene comes before the first episode.',
	'encoding-guessed': (d: ScriptWords) =>
		`The file’s encoding was guessed: ${d.encoding}. Check the characters.`,
	'text-damaged': (d: ScriptWords) =>
		`${count(Number(d.count), 'character', 'characters')} could not be read.`,
	'too-many-scenes': (d: ScriptWords) => `Reading stopped here: more than ${d.limit} scenes.`,
	more: (d: ScriptWords) => `${count(Number(d.count), 'more place', 'more places')} like this.`
};

const refused = {
	empty: 'The file is empty. Choose another; nothing was taken from it.',
	'too-big': 'The file is too large for a script (the limit is 20 MB). Nothing was taken from it.',
	'not-text':
		'This is not a text file, so it could not be read as a script. Export it as Fountain or plain text.',
	'no-scenes': 'No scene heading was found. A heading looks like INT. VILLA - DAY, or 1-1 日 内 别墅.',
	'too-many-scenes': 'There are more scenes in it than one production holds. Nothing was taken from it.'
} satisfies Record<RefusalReason, string>;

export const script = {
	warnings,
	refused,
	looksLike: {
		pdf: 'It looks like a PDF: export the script as Fountain or text instead.',
		zip: 'It looks like an archive: unpack it first.',
		word: 'It looks like a Word document: save it as plain text first.',
		rtf: 'It looks like rich text: save it as plain text first.',
		image: 'It looks like a picture.',
		'final-draft': 'It looks like Final Draft: export it as Fountain or text for now.',
		html: 'It looks like a web page: copy its text and paste it.'
	},
	nearest: (line: number) => `Line ${line} came closest.`,
	stoppedAt: (line: number) => `The limit is passed at line ${line}.`
};
