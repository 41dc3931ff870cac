import type { LocationId, SetId } from '#lib/domain/ids.ts';
import type { Location, SetPlace } from '#lib/domain/schedule/records.ts';

export type LocationChange = Partial<Omit<Location, 'id' | 'archivedAt'>>;

/** Whom to call about a place, for producers and planners. */
export type PlaceContact = { readonly name: string; readonly phone: string; readonly notes: string };
export const NO_PLACE_CONTACT: PlaceContact = { name: '', phone: '', notes: '' };
export type PrivatePlaces = {
	readonly contacts: ReadonlyMap<LocationId, PlaceContact>;
	readonly change?: (id: LocationId, values: Partial<PlaceContact>) => void;
};

/** What can be done to places and sets. */
export type PlaceActions = {
	addLocation: (values: LocationChange) => LocationId;
	changeLocation: (id: LocationId, change: LocationChange) => void;
	removeLocation: (id: LocationId) => void;
	addSet: (name: string) => void;
	renameSet: (id: SetId, name: string) => void;
	removeSet: (id: SetId) => void;
	assignSets: (ids: readonly SetId[], to: LocationId | null) => void;
	mergeSets: (stays: SetId, goes: SetId) => void;
};

/**
 * Where a map shows a place: AMap in Chinese, which alone is sure to open in China, else OpenStreetMap. Nothing is
 * loaded from there until somebody presses it.
 */
export function mapLink(
	{ name, latitude, longitude }: Pick<Location, 'name' | 'latitude' | 'longitude'>,
	isChinese: boolean
): string | null {
	if (latitude === null || longitude === null) return null;
	return isChinese
		? `https://uri.amap.com/marker?position=${longitude},${latitude}&name=${encodeURIComponent(name)}&coordinate=wgs84`
		: `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`;
}

/** Whether another set goes by this name already. */
export const setNamedSo = (sets: readonly SetPlace[], id: SetId, name: string): SetPlace | null =>
	sets.find((other) => other.id !== id && other.name.trim().toLowerCase() === name.trim().toLowerCase()) ??
	null;
