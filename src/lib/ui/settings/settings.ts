import { daysBetween, type DayKey } from '#lib/domain/calendar/day-key.ts';
import type { Production } from '#lib/domain/schedule/records.ts';

/** Fields of the production that were changed, as they now are. */
export type SettingsChange = Partial<Omit<Production, 'id' | 'archivedAt'>>;
export type PartProps = {
	production: Production;
	editable: boolean;
	onchange: (change: SettingsChange) => void;
};

type Dates = { startsOn: DayKey | null; shootsOn: DayKey | null; launchesOn: DayKey | null };
type Trouble = 'shootBeforeStart' | 'launchBeforeStart' | 'launchBeforeShoot';

const before = (a: DayKey | null, b: DayKey | null): boolean => !!a && !!b && daysBetween(a, b) > 0;

/** Which date contradicts which: the later one is marked. Equal days are fine. */
export function datesTrouble({ startsOn, shootsOn, launchesOn }: Dates): {
	shootsOn: Trouble | null;
	launchesOn: Trouble | null;
} {
	return {
		shootsOn: before(shootsOn, startsOn) ? 'shootBeforeStart' : null,
		launchesOn: before(launchesOn, startsOn)
			? 'launchBeforeStart'
			: before(launchesOn, shootsOn)
				? 'launchBeforeShoot'
				: null
	};
}
