/** What a spreadsheet says of a scene beyond a script. Rows are counted from 1, as the sheet shows them. */
import type { ReadDay, ReadStatus } from './sheet-cells.ts';
import type { SheetMatching } from './sheet-header.ts';
import type { SkippedRow } from './sheet-rows.ts';
import type { ReadScript } from './types.ts';

export type SheetFields = {
	/** Estimated shooting time of the whole scene, in minutes. */
	minutes?: number;
	/** Set-ups planned. */
	setups?: number;
	/** Seconds on screen it is reckoned at. */
	screenSeconds?: number;
	/** Where the scene, or each part of it, is shot: only where a sheet says days, parts or states. */
	strips?: readonly ReadStrip[];
};

/** One row's strip. */
export type ReadStrip = {
	/** 0: the whole scene; 1, 2 …: parts of one shot in pieces */
	part: number;
	/** of this part; null: the scene's */
	eighths: number | null;
	/** estimated minutes of this part; null: not said */
	minutes: number | null;
	/** null: in the boneyard */
	day: ReadDay | null;
	/** place within the day: as the sheet says, else the order of its rows */
	order: number;
	status: Exclude<ReadStatus, 'omitted'>;
	line: number;
};

/** A script read from a sheet, with how it was understood. */
export type ReadSheet = ReadScript & {
	format: 'sheet';
	matching: SheetMatching;
	/** The days strips are placed on, in order of first row; numbers and dates of one day are put together. */
	days: ReadDay[];
	/** Headings again, totals, day breaks, banners: understood, and no scenes. */
	skipped: SkippedRow[];
};
