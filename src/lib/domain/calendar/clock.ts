/**
 * Clock times are whole minutes after midnight of the shoot day they belong to, and run on past it: a wrap at
 * half past one in the night of the 12th is 25:30 on the 12th. Nothing here knows a zone.
 */
import type { Minutes } from './duration.ts';

/** Shoots of more than two days on end have been reported (field guide 2.1), so times run to 71:59. */
const LATEST: Minutes = 72 * 60 - 1;

const WITH_COLON = /^(\d{1,2})\s*[:：.]\s*(\d{2})$/;
const FOUR_DIGITS = /^(\d{2})(\d{2})$/;
const HOUR_ONLY = /^(\d{1,2})$/;

/**
 * Reads a clock time as typed: `7:00`, `07：00`, `7.30`, `0730`, `7`, `25:30`. Answers minutes after midnight;
 * null for anything else, 24:60 and 72:00 included.
 *
 * @example parseClock('25:30') // 1530
 */
export function parseClock(raw: string): Minutes | null {
	const typed = raw.trim();
	const match = WITH_COLON.exec(typed) ?? FOUR_DIGITS.exec(typed) ?? HOUR_ONLY.exec(typed);
	if (!match) return null;
	const minutes = Number(match[1]) * 60 + Number(match[2] ?? 0);
	return Number(match[2] ?? 0) < 60 && minutes <= LATEST ? minutes : null;
}

const two = (n: number): string => String(n).padStart(2, '0');

/**
 * Writes a clock time the way a call sheet counts it, past midnight included: 1530 is `25:30`.
 * Throws for a time before midnight of the day it belongs to: that is the day before's.
 */
export function formatClock(at: Minutes): string {
	if (at < 0 || !Number.isFinite(at)) throw new RangeError(`${at} minutes is before the day's own midnight`);
	const whole = Math.round(at);
	return `${two(Math.floor(whole / 60))}:${two(whole % 60)}`;
}

/** The same time as a wall clock shows it, and how many midnights lie between: 1530 is `01:30`, one day later. */
export function onTheWall(at: Minutes): { readonly clock: string; readonly daysLater: number } {
	const daysLater = Math.floor(at / 1440);
	return { clock: formatClock(at - daysLater * 1440), daysLater };
}
