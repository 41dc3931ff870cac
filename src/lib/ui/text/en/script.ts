/** What the script's reader found doubtful, and why it refused a file. */
import type { RefusalReason, WarningCode } from '#lib/domain/scripts/types.ts';
import { counted } from '../plural.ts';
import { columnName } from './sheet.ts';

const count = counted('en');

/** What a warning is about, as the reader noted it. */
export type ScriptWords = Readonly<Record<string, string | number>>;

/** One sentence for all warnings of a kind. */
const kinds: Record<WarningCode, string> = {
	'heading-no-location': 'The heading names no place.',
	'heading-no-int-ext': 'INT or EXT is missing; left open.',
	'heading-no-time': 'Day or night is missing; left open.',
	'time-inherited': 'The time is taken from an earlier scene.',
	'time-guessed': 'The time of day was guessed from the heading.',
	'number-duplicate': 'A scene number stands twice; the later one got a number of its own.',
	'number-missing': 'A scene has no number; it got one.',
	'numbers-restart': 'Numbers start again in each episode; read as episode-scene.',
	'number-out-of-order': 'Scene numbers are out of order; kept as written.',
	'text-before-first-scene': 'Lines above the first scene',
	'text-outside-scene': 'Lines that belong to no scene',
	'note-unclosed': 'A note [[ is never closed; kept as text.',
	'boneyard-unclosed': 'A comment /* is never closed; kept as text.',
	'looks-like-heading': 'Looks like a heading but does not stand alone; read as text.',
	'cue-maybe-transition': 'Read as a transition, not as somebody speaking.',
	'cue-maybe-action': 'A name or action? Read as shown.',
	'cue-without-at': 'Read as action. If it is a name, write @ before it.',
	'cue-no-dialogue': 'A character is named but says nothing.',
	'speaker-not-listed': 'Somebody speaks who is not in the scene’s cast line; added.',
	'episode-unmarked': 'Read as the beginning of an episode.',
	'episode-repeated': 'This episode began before; its scenes are put together.',
	'episode-mismatch': 'The scene’s number names another episode than it stands under.',
	'episode-empty': 'An episode has no scene.',
	'scene-without-episode': 'A scene comes before the first episode.',
	'encoding-guessed': 'The file’s encoding was guessed. Check a few names.',
	'text-damaged': 'Characters that could not be read',
	'too-many-scenes': 'Reading stopped at the most scenes a production holds.',
	'xml-damaged': 'The file is damaged; it was read as far as it could be.',
	'xml-cut': 'The file ends in the middle; what should follow is missing.',
	'xml-doctype': 'Reading stopped at a DOCTYPE.',
	'xml-too-deep': 'Reading stopped where the file is nested too deep.',
	'xml-too-many': 'Reading stopped at the most a script file may hold.',
	'dialogue-without-cue': 'Dialogue without a name above it; read as action.',
	'category-unknown': 'A tag category nobody knows; its things are under Miscellaneous.',
	'tag-unused': 'A tagged thing that stands in no scene; not taken over.',
	'sheet-no-header': 'No row of headings was found. Say which column is what.',
	'sheet-no-column': 'A column is missing.',
	'cell-repaired': 'The spreadsheet had made a date of it; read as it was typed.',
	'cell-rounded': 'A length that is no whole eighths; rounded.',
	'cell-not-read': 'A cell could not be read; left open.',
	'pages-missing': 'A scene has no length; an eighth of a page was taken.',
	'scene-in-parts': 'Several rows are one scene; read as its parts.',
	'cast-number-unknown': 'A cast number without a name; give it one.',
	'written-once': 'A value stands once and was taken for the rows below it.',
	'row-not-read': 'A row that is no scene; left out.',
	more: 'More of the same.'
};

/** What a single one adds to the sentence of its kind. */
const details = {
	'time-inherited': (d: ScriptWords): string => `from scene ${d.from}`,
	'time-guessed': (d: ScriptWords): string => `read as “${d.read}”`,
	'number-duplicate': (d: ScriptWords): string => `${d.number} is now ${d.named}`,
	'number-missing': (d: ScriptWords): string => `now ${d.named}`,
	'number-out-of-order': (d: ScriptWords): string => `${d.number} after ${d.after}`,
	'text-before-first-scene': (d: ScriptWords): string => count(Number(d.lines), 'line', 'lines'),
	'text-outside-scene': (d: ScriptWords): string => count(Number(d.lines), 'line', 'lines'),
	'cue-maybe-action': (d: ScriptWords): string =>
		d.readAs === 'character' ? 'read as a character' : 'read as action',
	'speaker-not-listed': (d: ScriptWords): string => String(d.name),
	'episode-mismatch': (d: ScriptWords): string => `${d.number} under episode ${d.under}`,
	'encoding-guessed': (d: ScriptWords): string => String(d.encoding).toUpperCase(),
	'text-damaged': (d: ScriptWords): string => count(Number(d.count), 'character', 'characters'),
	'too-many-scenes': (d: ScriptWords): string => `more than ${d.limit}`,
	'xml-damaged': (d: ScriptWords): string => `${count(Number(d.count), 'place', 'places')}, this the first`,
	'written-once': (d: ScriptWords): string => columnName(d.column),
	'sheet-no-column': (d: ScriptWords): string => columnName(d.column),
	'cell-repaired': (d: ScriptWords): string =>
		`${columnName(d.column)}, ${d.cell}: “${d.shown}” is ${d.read}`,
	'cell-rounded': (d: ScriptWords): string => `${d.cell}: “${d.shown}” is ${d.read}`,
	'cell-not-read': (d: ScriptWords): string => `${columnName(d.column)}, ${d.cell}: “${d.shown}”`,
	'pages-missing': (d: ScriptWords): string => `scene ${d.number}`,
	'scene-in-parts': (d: ScriptWords): string =>
		`scene ${d.number}: ${count(Number(d.parts), 'part', 'parts')}`,
	'cast-number-unknown': (d: ScriptWords): string => `${d.number} is called ${d.named}`
};

const refused = {
	empty: 'There is nothing in it. Choose another; nothing was taken over.',
	'too-big': 'It is too large for a script (the limit is 20 MB), so it was not read.',
	'not-text': 'This is not a text file, so it could not be read as a script.',
	'no-scenes':
		'No scene heading was found, so nothing was taken over. A heading looks like INT. VILLA - DAY, or 1-1 日 内 别墅, on a line of its own.',
	'too-many-scenes': 'It holds more scenes than one production can, so nothing was taken over.',
	'xml-damaged':
		'The Final Draft file is damaged and no scene could be read from it, so nothing was taken over. Save it again from Final Draft, or choose an older copy.',
	'xml-doctype':
		'It holds a DOCTYPE, which no Final Draft file has, so it was not read. Save it again from Final Draft.',
	'xml-too-deep': 'It is nested deeper than any script, so it was not read. Save it again from Final Draft.',
	'xml-too-many': 'It holds more than any script does, so it was not read. Save it again from Final Draft.'
} satisfies Record<RefusalReason, string>;

export const script = {
	kinds,
	details,
	refused,
	looksLike: {
		pdf: 'It looks like a PDF: export the script as Fountain or plain text.',
		zip: 'It looks like an archive: unpack it first.',
		word: 'It looks like a Word document: save it as plain text, or copy its text and paste it.',
		rtf: 'It looks like rich text: save it as plain text, or copy its text and paste it.',
		image: 'It looks like a picture.',
		xml: 'It looks like XML of another program: export the script as Final Draft or Fountain.',
		html: 'It looks like a web page: copy its text and paste it.'
	},
	otherFormat: 'Export it as Final Draft, Fountain or plain text, or copy its text and paste it.',
	nearest: (line: number) => `Line ${line} came closest.`,
	faultAt: (line: number) => `See line ${line}.`,
	stoppedAt: (line: number, limit: number) => `Scene ${limit + 1} begins at line ${line}.`
};
