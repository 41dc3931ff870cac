/** A place on the map, read from what people copy out of their map. */

/** Degrees, north and east positive. */
export type Coordinates = { readonly latitude: number; readonly longitude: number };

const NUMBER = String.raw`(-?\d{1,3}(?:\.\d+)?)`;
const PAIR = String.raw`${NUMBER}(?:,|%2C)\s*${NUMBER}`;

/** Links and texts in which latitude comes first. Google writes the pin as `!3d…!4d…`, the middle of the map as `@…`. */
const LATITUDE_FIRST = [
	String.raw`!3d${NUMBER}!4d${NUMBER}`,
	String.raw`@${PAIR}`,
	String.raw`^geo:${PAIR}`,
	String.raw`[?&#](?:q|ll|sll|center|query|destination|latlng|location|coord|marker=coord):?=?:?${PAIR}`,
	String.raw`mlat=${NUMBER}&mlon=${NUMBER}`,
	String.raw`#map=\d+/${NUMBER}/${NUMBER}`,
	String.raw`^\(?${NUMBER}°?\s*[,，;\s]\s*${NUMBER}°?\)?$`
].map((pattern) => new RegExp(pattern, 'i'));
/** AMap puts longitude first. */
const LONGITUDE_FIRST = new RegExp(String.raw`[?&](?:position|lnglat|to|dest)=${PAIR}`, 'i');
/** 31°13'49"N 121°28'25"E, with or without minutes and seconds. */
const DEGREES =
	/(\d{1,3}(?:\.\d+)?)°\s*(?:(\d{1,2}(?:\.\d+)?)['′]\s*)?(?:(\d{1,2}(?:\.\d+)?)["″]\s*)?([NSEW北南东西])/gi;

const within = (latitude: number, longitude: number): Coordinates | null =>
	Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;

/**
 * Reads coordinates as typed (`31.2304, 121.4737`, `31°13'49"N 121°28'25"E`), as `geo:` or from a link of Google,
 * Apple, OpenStreetMap, AMap or Tencent. Chinese maps shift places by up to 700 m, which is nothing to the sun.
 * Null where there are none.
 */
export function readCoordinates(typed: string): Coordinates | null {
	const text = typed.trim().slice(0, 2000);
	const degrees = [...text.matchAll(DEGREES)];
	if (degrees.length === 2) return fromDegrees(degrees);
	const swapped = LONGITUDE_FIRST.exec(text);
	if (swapped) return within(Number(swapped[2]), Number(swapped[1]));
	for (const pattern of LATITUDE_FIRST) {
		const match = pattern.exec(text);
		if (match) return within(Number(match[1]), Number(match[2]));
	}
	return null;
}

function fromDegrees(parts: readonly RegExpExecArray[]): Coordinates | null {
	let [latitude, longitude]: [number | null, number | null] = [null, null];
	for (const [, whole, minutes = '0', seconds = '0', side = ''] of parts) {
		const value = Number(whole) + Number(minutes) / 60 + Number(seconds) / 3600;
		if (/[NS北南]/i.test(side)) latitude = /[S南]/i.test(side) ? -value : value;
		else longitude = /[W西]/i.test(side) ? -value : value;
	}
	return latitude === null || longitude === null ? null : within(latitude, longitude);
}

/** As it is written beside a place: "31.23040, 121.47370". */
export const writeCoordinates = ({ latitude, longitude }: Coordinates): string =>
	`${round(latitude)}, ${round(longitude)}`;
const round = (degrees: number): number => Math.round(degrees * 100_000) / 100_000;
