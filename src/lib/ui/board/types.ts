/** What the board is given: plain values and callbacks. The page fills them from live rows; tests by hand. */
import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import type { Minutes } from '#lib/domain/calendar/duration.ts';
import type { CharacterId, ShootDayId, StripId } from '#lib/domain/ids.ts';
import type { Finding } from '#lib/domain/finding.ts';
import type { FieldValues } from '#lib/domain/record.ts';
import type { BoardSentence } from '#lib/domain/schedule/board-sentence.ts';
import type { Estimate } from '#lib/domain/schedule/estimate.ts';
import type { Night } from '#lib/domain/schedule/nights.ts';
import type { MovePreview } from '#lib/domain/schedule/preview-move.ts';
import type { RankedDay } from '#lib/domain/schedule/rank-days.ts';
import type {
	Production,
	Scene,
	ShootDay,
	Strip,
	StripStatus,
	stripRecord
} from '#lib/domain/schedule/records.ts';
import type { DaySummary } from '#lib/domain/schedule/summarise-day.ts';
import type { BreakdownActions, BreakdownView } from '../breakdown/types.ts';

/** How much of the shoot is on screen: every day narrow, days in full, one day with all fields. */
export type Mode = 'whole' | 'days' | 'day';

/** The colour of a strip (design.md 4); null while its place or time isn't known. */
export type StripCode = 'di' | 'de' | 'ni' | 'ne' | 'dawn' | 'dusk';

/** One of the cast as a strip shows it. */
export type CastView = { readonly id: CharacterId; readonly number: number | null; readonly name: string };

/** One strip, ready to be drawn. The same object until something on it changes. */
export type StripView = {
	readonly id: StripId;
	readonly strip: Strip;
	/** null for a banner, and for a scene that has gone */
	readonly scene: Scene | null;
	readonly setName: string;
	readonly cast: readonly CastView[];
	readonly eighths: number;
	readonly estimate: Estimate;
};

/** One shoot day. Live days answer these from derived values, so reading one depends on that day only. */
export type DayView = {
	readonly id: ShootDayId;
	readonly number: number;
	readonly day: ShootDay;
	readonly strips: readonly StripView[];
	readonly summary: DaySummary;
	/** the night that begins with this column; null for a last day or one without a date */
	readonly night: Night | null;
};

/** Somebody else who has a strip selected or open. */
export type PresentView = { readonly clientId: number; readonly name: string; readonly hue: number };

/** What the rules say of one strip: the sentences, and whether a limit is broken. The same object until that changes. */
export type StripMark = { readonly bad: boolean; readonly sentences: readonly string[] };

/** Where strips would be dropped. */
export type DropTarget = {
	readonly dayId: ShootDayId | null;
	/** the strip they come to stand before; null: at the end */
	readonly before: StripId | null;
	/** the same place counted in the list without the strips that move */
	readonly index: number;
};

export type StripChange = Partial<
	Pick<FieldValues<typeof stripRecord>, 'banner' | 'minutes' | 'locked' | 'bannerKind'>
>;
export type BannerKind = Strip['bannerKind'];
export type Step = { readonly name: string; readonly count: number };

/** What a person can do on the board. Each is one command; answers say whether anything happened. */
export type BoardActions = {
	move(ids: readonly StripId[], to: { dayId: ShootDayId | null; before: StripId | null }): number;
	mark(ids: readonly StripId[], status: Exclude<StripStatus, 'partial'>): number;
	partial(id: StripId, leftEighths: number): void;
	changeStrip(id: StripId, values: StripChange): void;
	/** what the sheet of a scene writes */
	readonly breakdown: BreakdownActions;
	changeDay(id: ShootDayId, values: { date?: DayKey | null; callAt?: Minutes | null }): void;
	/** @param after the date to follow: the next free working day; null: the last day there is */
	addDays(count: number, after: DayKey | null): void;
	removeDay(id: ShootDayId): number;
	addScene(dayId: ShootDayId | null): StripId;
	addBanner(dayId: ShootDayId, kind: BannerKind, text: string): StripId;
	removeBanner(id: StripId): void;
	undo(): Step | null;
	redo(): Step | null;
};

/** Everything the board shows. */
export type BoardView = {
	readonly production: Production;
	readonly days: readonly DayView[];
	readonly boneyard: readonly StripView[];
	readonly sentence: BoardSentence;
	readonly undoable: Step | null;
	readonly redoable: Step | null;
	strip(id: StripId): StripView | null;
	/** the name of a person, or of a character nobody plays yet */
	nameOf(who: string): string;
	/** what the sheet of a scene shows */
	readonly breakdown: BreakdownView;
	setNames(): readonly string[];
	characters(): readonly CastView[];
	present(id: StripId): readonly PresentView[];
	/** what the rules say of a strip; null: nothing */
	mark(id: StripId): StripMark | null;
	/** a finding in the fewest words */
	brief(finding: Finding): string;
	preview(ids: ReadonlySet<StripId>, to: DropTarget): MovePreview;
	rank(ids: readonly StripId[]): RankedDay[];
	/** days the scenes would need, for an empty board */
	daysNeeded(): number;
};
