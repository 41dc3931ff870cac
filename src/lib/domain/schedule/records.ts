/** The records of the plan that the schedule is made of, each declared once. */
import { readDay, type DayKey } from '../calendar/day-key.ts';
import type {
	AvailabilityId,
	CharacterId,
	ElementId,
	EpisodeId,
	ImportId,
	LocationId,
	PersonId,
	ProductionId,
	RequestId,
	SceneChangeId,
	SceneId,
	SceneTextId,
	SetId,
	ShootDayId,
	StripId
} from '../ids.ts';
import {
	between,
	choice,
	flag,
	list,
	maybe,
	record,
	ref,
	refs,
	shaped,
	text,
	whole,
	type RowOf
} from '../record.ts';
import { ELEMENT_CATEGORIES } from './element-categories.ts';

const dayField = shaped<DayKey | null>(readDay, null);
const isWeekday = (raw: unknown): raw is number =>
	typeof raw === 'number' && Number.isInteger(raw) && raw >= 1 && raw <= 7;
const isText = (raw: unknown): raw is string => typeof raw === 'string';
const readObject = (raw: unknown): Readonly<Record<string, unknown>> | null =>
	typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? (raw as Record<string, unknown>) : null;

/** Minutes are whole minutes; clock times are minutes after midnight of the shoot day and may pass 24:00. */

export const COMMISSIONS = [
	'platform-original',
	'mini-program',
	'co-investment',
	'overseas-vertical',
	'own'
] as const;
/** Subjects with a review rule of their own from 1 January 2026 (field guide 2.3). */
export const SUBJECTS = [
	'general',
	'political',
	'military',
	'diplomatic',
	'security',
	'united-front',
	'ethnic',
	'religious',
	'judicial',
	'police'
] as const;

/** The production itself: exactly one row in a plan, made when the plan is. */
export const productionRecord = record<ProductionId>()('production', {
	title: text(),
	zone: text('Asia/Shanghai'),
	currency: text('CNY'),
	commission: choice(COMMISSIONS, 'platform-original'),
	subject: choice(SUBJECTS, 'general'),
	/** green light, first planned shoot day and promised launch */
	startsOn: dayField,
	shootsOn: dayField,
	launchesOn: dayField,
	/** weekdays nobody is called on, 1 Monday … 7 Sunday */
	restWeekdays: list(isWeekday, []),
	/** minutes of shooting a page of eight eighths (field guide 3.1 c: 12 pages in 10 h) */
	pageMinutes: whole(50, 1),
	/** minutes a set-up takes (field guide 3.1 b: 12–20 for vertical) */
	setupMinutes: whole(16, 1),
	/** minutes a company move takes, and a change of set at the same place */
	moveMinutes: whole(75),
	setChangeMinutes: whole(20),
	/** call of the whole crew, minutes after midnight, and minutes from there to the first shot */
	callAt: whole(7 * 60),
	firstShotMinutes: whole(45),
	mealMinutes: whole(60),
	/** picture wrap to the last person's wrap */
	wrapMinutes: whole(30),
	/** agreed day, longest day and shortest rest, in minutes (a crew's own figures; the rule set comes with hours) */
	contractMinutes: whole(600, 1),
	longestMinutes: whole(840, 1),
	restMinutes: whole(600),
	palette: choice(['board', 'singleton'], 'board'),
	/** the rule set that judges hours here (`hours/`): the id of a preset; empty: by the commission */
	ruleSet: text(),
	/** what this production changes in its rule set, merged deep into the preset */
	ruleSetOverrides: shaped<Readonly<Record<string, unknown>> | null>(readObject, null),
	/** who owns the script: under work for hire it is the platform's, and the director may not revise it */
	scriptOwner: choice(['us', 'platform'], 'us'),
	/**
	 * shoot days the budget pays for, those worked included, as a producer's device last reckoned it (compression.md 5):
	 * all that planners learn of the money; null: no budget yet
	 */
	paidDays: whole(null),
	/** the day that was reckoned on, and who had changed the money */
	paidDaysOn: dayField,
	paidDaysBy: text(),
	/** the day the timeline was frozen as a baseline, and who did it; null: as the start laid it */
	baselineOn: dayField,
	baselineBy: text(),
	/** what the contract promises: episodes, and seconds of all of them together; null: not agreed */
	contractEpisodes: whole(null, 1),
	contractSeconds: whole(null, 1),
	/** what has to be handed in for each episode; empty: the usual (`DELIVERABLES`) */
	deliverables: list(isText, []),
	/** platforms that want a version of their own of each episode */
	variants: list(isText, []),
	/** steps of the start's checklist a person ticked: those that no figure of the plan can tell */
	ticked: refs<string>()
});

export const EPISODE_STATUSES = [
	'outline',
	'script',
	'script-approved',
	'shooting',
	'shot',
	'rough-cut',
	'fine-cut',
	'finishing',
	'internal-check',
	'platform-review',
	'completion-review',
	'licensed',
	'delivered',
	'online'
] as const;

/** What is handed in for an episode (field guide 2.2), in the order a deliverables sheet has it. */
export const DELIVERABLES = [
	'master',
	'textless',
	'head-card',
	'cover',
	'subtitles-zh',
	'subtitles-en',
	'music-effects',
	'trailer'
] as const;

export const episodeRecord = record<EpisodeId>()('episode', {
	number: whole(1, 0),
	title: text(),
	targetSeconds: whole(90),
	hook: text(),
	twist: text(),
	cliffhanger: text(),
	access: choice(['free', 'paid'], 'free'),
	/** paid access begins here: viewers decide at this episode */
	unlock: flag(false),
	/** what unlocking costs a viewer, in the smallest unit of the production's currency; null: not set */
	unlockPrice: whole(null),
	/** the version of the script this episode stands at, as the writers name it, and whether it is locked */
	scriptVersion: text(),
	scriptLocked: flag(false),
	/** an advertiser's beat in this episode */
	sponsor: text(),
	/** made in animation or post alone: no shooting day is missing */
	postOnly: flag(false),
	/** deliverables that are ready, by name (`DELIVERABLES` or the production's own) */
	delivered: refs<string>(),
	/** platforms whose own version of this episode is ready */
	variantsDone: refs<string>(),
	/** seconds of the cut as it is; null until there is one */
	cutSeconds: whole(null),
	notes: text(),
	status: choice(EPISODE_STATUSES, 'outline')
});

export const INT_EXT = ['int', 'ext', 'int-ext'] as const;
export const TIMES_OF_DAY = ['day', 'night', 'dawn', 'dusk'] as const;

export const sceneRecord = record<SceneId>()('scene', {
	/** as written: `12A`, `34-1` */
	number: text(),
	/** one scene may be cut into two episodes */
	episodeIds: refs<EpisodeId>(),
	/** place in the script */
	order: text('a0'),
	intExt: maybe(INT_EXT),
	time: maybe(TIMES_OF_DAY),
	setId: ref<SetId>(),
	synopsis: text(),
	/** page length in whole eighths; 0 only for an omitted scene */
	eighths: whole(1, 0),
	castIds: refs<CharacterId>(),
	/** what the planner typed; null: from set-ups, else from pages */
	estimateMinutes: whole(null, 1),
	setups: whole(null, 1),
	notes: text(),
	scriptDay: text(),
	/** the page of the script it begins on, its sequence and its unit, as written */
	scriptPage: text(),
	sequence: text(),
	unit: text(),
	/** seconds on screen a planner reckons with; null: from the page length */
	screenSeconds: whole(null, 1),
	comments: text(),
	/** what the scene needs beside its cast: props, vehicles, background … */
	elementIds: refs<ElementId>(),
	/** the scene's text as last imported, in the script document */
	textId: ref<SceneTextId>(),
	/** the platform's or regulator's request that added this scene */
	requestId: ref<RequestId>(),
	omitted: flag(false)
});

/** Where a strip lies: on a shoot day or, with `dayId` null, in the boneyard. One value, so a move is one write and no strip is ever in two places. */
export type Place = { readonly dayId: ShootDayId | null; readonly order: string };

const readPlace = (raw: unknown): Place | null => {
	if (typeof raw !== 'object' || raw === null) return null;
	const { dayId, order } = raw as Record<string, unknown>;
	if (typeof order !== 'string' || order === '') return null;
	return { dayId: typeof dayId === 'string' && dayId !== '' ? (dayId as ShootDayId) : null, order };
};

export const STRIP_STATUSES = ['todo', 'shooting', 'shot', 'partial', 'dropped'] as const;

export const stripRecord = record<StripId>()('strip', {
	kind: choice(['scene', 'banner'], 'scene'),
	sceneId: ref<SceneId>(),
	/** 0: the whole scene; 1, 2 …: parts of a scene shot in pieces */
	part: whole(0),
	place: shaped<Place>(readPlace, { dayId: null, order: 'a0' }),
	/** eighths of this part; null: the scene's */
	eighths: whole(null),
	/** minutes of a banner (a move, a meal, a note); for a scene strip what the planner typed for this part */
	minutes: whole(null),
	banner: text(),
	/** a move or meal banner takes the place of the move or meal the day would reckon by itself */
	bannerKind: choice(['note', 'move', 'meal'], 'note'),
	status: choice(STRIP_STATUSES, 'todo'),
	/** minutes it took, once shot */
	actualMinutes: whole(null),
	locked: flag(false)
});

export const shootDayRecord = record<ShootDayId>()('shoot-day', {
	date: dayField,
	unit: text('A'),
	/** null: the production's call */
	callAt: whole(null),
	/** minutes after midnight of that date when the last person went home; null until wrapped */
	wrappedAt: whole(null),
	/** when the crew really began and when the first shot was, written down at wrap; null: as called, not known */
	startedAt: whole(null),
	firstShotAt: whole(null),
	note: text()
});

export const characterRecord = record<CharacterId>()('character', {
	name: text(),
	aliases: list(isText, []),
	/** number on the board and the call sheet */
	boardNumber: whole(null, 1),
	kind: choice(['lead', 'support', 'day', 'background'], 'support'),
	/** who plays it */
	personId: ref<PersonId>()
});

export const DEPARTMENTS = [
	'cast',
	'production',
	'direction',
	'camera',
	'lighting',
	'sound',
	'art',
	'costume',
	'make-up',
	'locations',
	'transport',
	'catering',
	'post',
	'other'
] as const;

/** A thing of the breakdown that scenes need. Background is an element too: `Guests ×20`. */
export const elementRecord = record<ElementId>()('element', {
	name: text(),
	category: choice(ELEMENT_CATEGORIES, 'miscellaneous'),
	/** number or letters on the breakdown sheet */
	boardId: text(),
	notes: text()
});

/**
 * Days on which somebody or some place can't be had, or can only in part. A row each span; what no row speaks of
 * is available.
 */
export const availabilityRecord = record<AvailabilityId>()('availability', {
	personId: ref<PersonId>(),
	locationId: ref<LocationId>(),
	from: dayField,
	/** last day, included; null: that day only */
	to: dayField,
	/** `only`: within these days and no others; `away`: not on these days; the rest are days-out-of-days' events */
	kind: choice(['away', 'only', 'travel', 'fitting', 'rehearsal'], 'away'),
	/** hours of those days, minutes after midnight: null: the whole day */
	fromAt: whole(null),
	toAt: whole(null),
	note: text()
});

/** One reading-in of a script or a breakdown, and why it was read: kept so that added work carries its cause. */
export const importRecord = record<ImportId>()('import', {
	fileName: text(),
	format: choice(['fountain', 'chinese', 'mixed', 'fdx', 'sheet'], 'fountain'),
	/** when, in milliseconds since 1970 by the clock of the device */
	at: whole(0),
	/** who read it in */
	by: text(),
	/** what the writers, or the platform under work for hire, call this version */
	version: text(),
	/** `first`: the script a production began with; `ours`: our own rewrite; `request`: asked for in a review */
	reason: choice(['first', 'ours', 'request'], 'ours'),
	requestId: ref<RequestId>(),
	added: whole(0),
	changed: whole(0),
	moved: whole(0),
	removed: whole(0)
});

/** What one import did to one scene: its history, and the work that a request added or took away. */
export const sceneChangeRecord = record<SceneChangeId>()('scene-change', {
	sceneId: ref<SceneId>(),
	importId: ref<ImportId>(),
	kind: choice(['added', 'changed', 'moved', 'removed', 'returned'], 'changed'),
	eighthsBefore: whole(0),
	eighthsAfter: whole(0),
	requestId: ref<RequestId>(),
	/** milliseconds since 1970 where no import did it: a request was refused, or taken up again */
	at: whole(0),
	/** the scene was in the can already, in whole or in part */
	afterShot: flag()
});

/**
 * A scene as one import read it: its text, and what its heading and cast said. Never changed: a rewrite is another
 * row, and the scene in the plan names the one that holds (`textId`), so that undoing an import there brings the
 * old text back as well. What the plan says otherwise since, a person here has changed.
 */
export const sceneTextRecord = record<SceneTextId>()('scene-text', {
	sceneId: ref<SceneId>(),
	heading: text(),
	body: text(),
	/** only text was read: what follows is not known */
	bare: flag(true),
	number: text(),
	episode: whole(null),
	intExt: maybe(INT_EXT),
	time: maybe(TIMES_OF_DAY),
	set: text(),
	eighths: whole(0),
	synopsis: text(),
	cast: list(isText),
	/** `category:name` */
	elements: list(isText)
});

export const personRecord = record<PersonId>()('person', {
	name: text(),
	job: text(),
	department: choice(DEPARTMENTS, 'other'),
	contractKind: choice(['day', 'package', 'month', 'hour'], 'package'),
	/** agreed minutes a day; null: the production's */
	contractMinutes: whole(null, 1),
	/** first and last day of the contract; null: open */
	contractFrom: dayField,
	contractTo: dayField,
	minor: flag(false),
	/** agreed for a minor: latest wrap (minutes after midnight) and longest time on set; null: nothing agreed */
	latestWrapAt: whole(null),
	onSetMinutes: whole(null, 1),
	/** another rule set than the production's: a performer may follow another than the crew; empty: the same */
	ruleSet: text(),
	/** agreed in writing to work more than 48 h a week on average (UK) */
	optOut48: flag(false),
	notes: text()
});

export const setRecord = record<SetId>()('set', { name: text(), locationId: ref<LocationId>() });

export const locationRecord = record<LocationId>()('location', {
	name: text(),
	address: text(),
	/** degrees, WGS 84; null: not on the map yet */
	latitude: between(-90, 90),
	longitude: between(-180, 180),
	/** nearest hospital: name, address, phone */
	hospital: text(),
	hospitalAddress: text(),
	hospitalPhone: text(),
	/** hours it can be used, minutes after midnight; closing may pass 24:00; null: any */
	opensAt: whole(null),
	closesAt: whole(null),
	/** how it is hired, and the least that is paid for */
	hireBy: choice(['none', 'hour', 'half-day', 'day'], 'none'),
	hireLeastMinutes: whole(null, 1),
	parking: text(),
	base: text(),
	notes: text()
});

export type Production = RowOf<typeof productionRecord>;
export type Episode = RowOf<typeof episodeRecord>;
export type Scene = RowOf<typeof sceneRecord>;
export type Strip = RowOf<typeof stripRecord>;
export type ShootDay = RowOf<typeof shootDayRecord>;
export type Character = RowOf<typeof characterRecord>;
export type Person = RowOf<typeof personRecord>;
export type SetPlace = RowOf<typeof setRecord>;
export type Location = RowOf<typeof locationRecord>;
export type Element = RowOf<typeof elementRecord>;
export type Availability = RowOf<typeof availabilityRecord>;
export type Import = RowOf<typeof importRecord>;
export type SceneChange = RowOf<typeof sceneChangeRecord>;
export type SceneText = RowOf<typeof sceneTextRecord>;
export type StripStatus = Strip['status'];
