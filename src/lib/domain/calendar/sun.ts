import { daysBetween, type DayKey } from './day-key.ts';
import type { Minutes } from './duration.ts';
import { clockIn, todayIn } from './zone.ts';

/** Sunrise and sunset, minutes after midnight of the day in the zone asked for; null: it doesn't happen that day. */
export type Sun = {
	readonly rises: Minutes | null;
	readonly sets: Minutes | null;
	/** whether the sun is up the whole day where it neither rises nor sets */
	readonly upAllDay: boolean;
};

const EPOCH = '1970-01-01' as DayKey;
const MS_A_MINUTE = 60_000;
const MS_A_DAY = 86_400_000;
/** Julian day of 1 January 1970, 00:00 UTC. */
const JULIAN_1970 = 2_440_587.5;
/** Upper rim on the horizon, with refraction: the centre stands 0.833° below it. */
const ZENITH = 90.833;

const sin = (degrees: number): number => Math.sin((degrees * Math.PI) / 180);
const cos = (degrees: number): number => Math.cos((degrees * Math.PI) / 180);
const tan = (degrees: number): number => Math.tan((degrees * Math.PI) / 180);
const degrees = (radians: number): number => (radians * 180) / Math.PI;

/** The sun's declination in degrees and the equation of time in minutes. */
function sunAt(julianDay: number): { declination: number; equation: Minutes } {
	const t = (julianDay - 2_451_545) / 36_525;
	const longitude = 280.46646 + t * (36_000.76983 + t * 0.0003032);
	const anomaly = 357.52911 + t * (35_999.05029 - t * 0.0001537);
	const eccentricity = 0.016708634 - t * (0.000042037 + t * 0.0000001267);
	const centre =
		sin(anomaly) * (1.914602 - t * (0.004817 + t * 0.000014)) +
		sin(2 * anomaly) * (0.019993 - t * 0.000101) +
		sin(3 * anomaly) * 0.000289;
	const node = 125.04 - 1934.136 * t;
	const apparent = longitude + centre - 0.00569 - 0.00478 * sin(node);
	const seconds = 21.448 - t * (46.815 + t * (0.00059 - t * 0.001813));
	const obliquity = 23 + (26 + seconds / 60) / 60 + 0.00256 * cos(node);
	const y = tan(obliquity / 2) ** 2;
	const equation =
		y * sin(2 * longitude) -
		2 * eccentricity * sin(anomaly) +
		4 * eccentricity * y * sin(anomaly) * cos(2 * longitude) -
		0.5 * y * y * sin(4 * longitude) -
		1.25 * eccentricity * eccentricity * sin(2 * anomaly);
	return { declination: degrees(Math.asin(sin(obliquity) * sin(apparent))), equation: 4 * degrees(equation) };
}

/** Minutes of UTC from the day's UTC midnight; `side` −1 sunrise, 0 noon, 1 sunset. NaN where there is none. */
function momentOf(julianMidnight: number, latitude: number, longitude: number, side: -1 | 0 | 1): Minutes {
	let at = 720 - 4 * longitude;
	// The sun moves on meanwhile: three rounds settle it to a second.
	for (let round = 0; round < 3; round++) {
		const { declination, equation } = sunAt(julianMidnight + at / 1440);
		const noon = 720 - 4 * longitude - equation;
		if (side === 0) at = noon;
		else {
			const cosine = cos(ZENITH) / (cos(latitude) * cos(declination)) - tan(latitude) * tan(declination);
			if (Math.abs(cosine) > 1) return NaN;
			at = noon + side * 4 * degrees(Math.acos(cosine));
		}
	}
	return at;
}

const known = new Map<string, Sun>();

/**
 * Sunrise and sunset of a day at a place, to about a minute between 72° north and south (NOAA Solar Calculator,
 * after Jean Meeus, Astronomical Algorithms). Hills and houses are not known.
 *
 * @param latitude degrees, north positive
 * @param longitude degrees, east positive
 * @param zone the zone whose clock and day are meant
 */
export function sunOn(day: DayKey, latitude: number, longitude: number, zone: string): Sun {
	const key = `${day} ${latitude} ${longitude} ${zone}`;
	const before = known.get(key);
	if (before) return before;
	if (known.size > 4000) known.clear();
	const sun = reckon(day, latitude, longitude, zone);
	known.set(key, sun);
	return sun;
}

function reckon(day: DayKey, latitude: number, longitude: number, zone: string): Sun {
	/** The clock in the zone at a moment, counted from the day's own midnight. */
	const clock = (midnightMs: number, minutes: Minutes): Minutes => {
		const instant = midnightMs + Math.round(minutes) * MS_A_MINUTE;
		return clockIn(zone, instant) + 1440 * daysBetween(day, todayIn(zone, instant));
	};
	// Beside the date line the zone's day is another than the sun's: taken is the day whose noon lies in the zone's.
	let midnight = daysBetween(EPOCH, day) * MS_A_DAY;
	const noon = clock(midnight, momentOf(midnight / MS_A_DAY + JULIAN_1970, latitude, longitude, 0));
	midnight -= Math.floor(noon / 1440) * MS_A_DAY;
	const julian = midnight / MS_A_DAY + JULIAN_1970;
	const [up, down] = [momentOf(julian, latitude, longitude, -1), momentOf(julian, latitude, longitude, 1)];
	if (Number.isNaN(up) || Number.isNaN(down)) {
		const { declination } = sunAt(julian + 0.5);
		return { rises: null, sets: null, upAllDay: latitude * declination > 0 };
	}
	return { rises: clock(midnight, up), sets: clock(midnight, down), upAllDay: false };
}
