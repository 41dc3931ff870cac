/**
 * What reading a script answers. Plain values: the preview shows them, and only a person's yes turns them into
 * records. Lines are counted from 1, as an editor shows them; lengths are whole eighths of a page.
 */
import type { ElementCategory } from '../schedule/element-categories.ts';
import type { SheetFields } from './sheet-types.ts';

/** How headings were written: with Fountain's marks, as a Chinese script (集-场, 内/外, 日/夜), or both. */
export type ScriptMode = 'fountain' | 'chinese' | 'mixed';

export type IntExt = 'int' | 'ext' | 'int-ext';
export type TimeOfDay = 'day' | 'night' | 'dawn' | 'dusk';

export type ReadScript = {
	/** What kind of file it was, where it wasn't text. */
	format?: 'final-draft' | 'sheet';
	/** From the title page, or 《…》 / 剧名：… above the first scene. */
	title: string | null;
	mode: ScriptMode;
	scenes: ReadScene[];
	episodes: ReadEpisode[];
	/** Most scenes first, then most speeches, then order of appearance. */
	cast: ReadCharacter[];
	/** In order of appearance. */
	sets: ReadSet[];
	/** Names that may be one character or one set. Never merged here: a person says yes or no. */
	mergeSuggestions: MergeSuggestion[];
	/** [[notes]] above the first scene. */
	notes: string[];
	/** In line order. */
	warnings: ScriptWarning[];
	/** The sum over the scenes. */
	eighths: number;
};

export type ReadScene = SceneFields & {
	/** Unique in the script. As written ('12A', '34-1'), or given by position: see `numbers.ts` for the rules. */
	number: string;
	numberGiven: boolean;
	episode: number | null;
	intExt: IntExt | null;
	time: TimeOfDay | null;
	/** The time as written: 'NIGHT - CONTINUOUS', '清晨'; empty when the heading has none. */
	timeText: string;
	/** The place without INT/EXT and time; spelled as where it first appeared; '' when there is none. */
	set: string;
	/** The heading as written, without marks and number. */
	heading: string;
	/** Only what the writer marked with `=`. Empty rather than guessed; `firstLine` is what could be offered. */
	synopsis: string;
	/** The first sentence of the scene, shortened: an offer for the synopsis, not a reading of it. */
	firstLine: string;
	/** Whole eighths, at least 1; 0 when the scene is omitted. */
	eighths: number;
	/** Who speaks or is listed, in order of appearance. */
	cast: string[];
	notes: string[];
	/** In order of appearance, each once. */
	elements: ReadElement[];
	omitted: boolean;
	line: number;
	/** The body, without notes and boneyard; blank lines collapsed to one. What a re-import compares. */
	text: string;
};

/** What the file says of a scene beyond its text. Final Draft does; nothing here is ever guessed. */
export type SceneFields = {
	/** The page it begins on, as printed. */
	scriptPage?: string;
	/** A name in the writer's own outline. */
	title?: string;
	/** `#rrggbb` of its card. */
	colour?: string;
	scriptDay?: string;
	sequence?: string;
	unit?: string;
	location?: string;
	comments?: string;
} & SheetFields;

/** What a scene needs beside its cast, as the writer tagged it. */
export type ReadElement = { category: ElementCategory; name: string };

export type ReadEpisode = { number: number; title: string; synopsis: string; line: number };

/** `lines` counts speeches, the way an actor counts lines; `boardNumber` where a sheet numbers its cast. */
export type ReadCharacter = { name: string; scenes: number; lines: number; boardNumber?: number };

export type ReadSet = { name: string; scenes: number };

export type MergeSuggestion = {
	kind: 'character' | 'set';
	names: string[];
	/** `spelling`: same letters, other case, spaces or punctuation. `part-of`: one name is part of the other. */
	reason: 'spelling' | 'part-of';
};

/** The interface words each code; `data` holds what the sentence needs. */
export type WarningCode =
	| 'heading-no-location'
	| 'heading-no-int-ext'
	| 'heading-no-time'
	/** CONTINUOUS, LATER, SAME, 接上: time taken from scene `data.from`. */
	| 'time-inherited'
	/** No dash before the time (`INT. HOUSE NIGHT`), or words around it we don't know; `data.read` is what we took. */
	| 'time-guessed'
	/** `data.number` was there already; this scene is called `data.named`. */
	| 'number-duplicate'
	/** Others have a number, this one has none; it is called `data.named`. */
	| 'number-missing'
	/** Numbers start again in each episode; they are read as episode-scene. */
	| 'numbers-restart'
	/** `data.number` comes after `data.after`. */
	| 'number-out-of-order'
	/** `data.lines` lines above the first scene that were not read. */
	| 'text-before-first-scene'
	/** `data.lines` lines between an episode's heading and its first scene that belong to no scene. */
	| 'text-outside-scene'
	/** `[[` without `]]` before the next empty line: kept as text. */
	| 'note-unclosed'
	/** A boneyard that is never closed: kept as text. */
	| 'boneyard-unclosed'
	/** INT./EXT. without an empty line above, inside a speech, or too long: read as text. */
	| 'looks-like-heading'
	/** CUT TO: with text right below: read as a transition, not a character. */
	| 'cue-maybe-transition'
	/** Capitals above text that may be no name; `data.readAs` is 'character' or 'action'. */
	| 'cue-maybe-action'
	/** @Name with nothing below. */
	| 'cue-no-dialogue'
	/** A short Chinese line above text: a name, if it had `@`. Once for each name; read as action. */
	| 'cue-without-at'
	/** `data.name` speaks but isn't on the scene's 人物 line; added to its cast. */
	| 'speaker-not-listed'
	/** EPISODE 3 without `#`: read as an episode. */
	| 'episode-unmarked'
	| 'episode-repeated'
	/** Scene `data.number` stands under episode `data.under`. */
	| 'episode-mismatch'
	| 'episode-empty'
	/** The script has episodes, this scene comes before the first. */
	| 'scene-without-episode'
	/** The encoding had to be guessed: `data.encoding`. */
	| 'encoding-guessed'
	/** `data.count` characters that could not be read; the first stands here. */
	| 'text-damaged'
	/** Reading stopped here: more than `data.limit` scenes. */
	| 'too-many-scenes'
	/** Final Draft: `data.count` places that are no XML, the first of them here; read as well as it goes. */
	| 'xml-damaged'
	/** Final Draft: the file ends in the middle of something, here; what would follow is missing. */
	| 'xml-cut'
	/** Final Draft: reading stopped at a DOCTYPE, at elements deeper than `data.limit`, at more than `data.limit`. */
	| 'xml-doctype'
	| 'xml-too-deep'
	| 'xml-too-many'
	/** Dialogue without a name above it: read as action. */
	| 'dialogue-without-cue'
	/** Tags of a category we don't have, `data.name`: taken as miscellaneous. */
	| 'category-unknown'
	/** `data.name` is an element that no word of the script is tagged with: it belongs to no scene. */
	| 'tag-unused'
	/** Sheet: no row of headings was found. */
	| 'sheet-no-header'
	/** Sheet: nothing says which scene or set a row is; `data.column` is what is missing. */
	| 'sheet-no-column'
	/** Sheet: a program had changed what was typed; `data.shown` was read as `data.read` in `data.cell`. */
	| 'cell-repaired'
	/** Sheet: pages that are no whole eighths; `data.read` is what was taken. */
	| 'cell-rounded'
	/** Sheet: `data.shown` in `data.cell` is no `data.column`; left open. */
	| 'cell-not-read'
	/** Sheet: no page length; one eighth was taken. */
	| 'pages-missing'
	/** Sheet: rows with the number `data.number` are `data.parts` parts of one scene. */
	| 'scene-in-parts'
	/** Sheet: no list of the cast says who `data.number` is; called `data.named`. */
	| 'cast-number-unknown'
	/** Sheet: `data.column` says something in few rows; taken to hold for the rows below each. */
	| 'written-once'
	/** Sheet: a row that is neither scene nor anything known. */
	| 'row-not-read'
	/** `data.count` further warnings of `data.code`, the first of them here. */
	| 'more';

export type ScriptWarning = {
	code: WarningCode;
	line: number;
	/** The line, shortened. */
	text?: string;
	data?: Record<string, string | number>;
};

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'windows-1252';

/** Files people drop in by mistake, known by their first bytes. */
export type OtherFormat = 'pdf' | 'zip' | 'word' | 'rtf' | 'image' | 'xml' | 'html';

export type RefusalReason =
	| 'empty'
	| 'too-big'
	| 'not-text'
	| 'no-scenes'
	| 'too-many-scenes'
	/** Final Draft: no scene could be made out of what is left of the file. */
	| 'xml-damaged'
	| 'xml-doctype'
	| 'xml-too-deep'
	| 'xml-too-many';

export type ScriptResult =
	| { ok: true; script: ReadScript; encoding: Encoding }
	| {
			ok: false;
			reason: RefusalReason;
			/** Where to look: the line that came closest to a heading, the scene over the limit, the fault of the file. */
			line?: number;
			/** What the file seems to be instead: 'not-text' and 'no-scenes'. */
			looksLike?: OtherFormat;
			/** What is allowed: bytes for 'too-big', scenes for 'too-many-scenes', levels or elements for the XML ones. */
			limit?: number;
	  };
