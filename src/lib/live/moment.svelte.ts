import { clockIn, todayIn } from '#lib/domain/calendar/zone.ts';
import type { DayKey } from '#lib/domain/calendar/day-key.ts';

/** A step of the wall clock that no passing of time explains, in milliseconds: two minutes. */
const JUMP_MS = 120_000;
const TICK_MS = 5000;

/**
 * Now, in a production's zone, for a page that shows the time: moves by itself while the page is open. Notices when
 * the device's clock was set to another time meanwhile.
 */
export class NowIn {
	#ms = $state(Date.now());
	/** the device's clock was changed while this page was open */
	jumped = $state(false);
	readonly #zone: () => string;

	/** @param zone the production's, asked each time: a production may change it */
	constructor(zone: () => string) {
		this.#zone = zone;
		$effect(() => {
			let [wall, steady] = [Date.now(), performance.now()];
			const look = (): void => {
				const [wallNow, steadyNow] = [Date.now(), performance.now()];
				// A device that slept stands still on both clocks in some browsers: only a step backwards or a leap while awake counts.
				const leap = wallNow - wall - (steadyNow - steady);
				if (leap < -JUMP_MS || (leap > JUMP_MS && steadyNow - steady < 4 * TICK_MS && !asleep))
					this.jumped = true;
				[wall, steady] = [wallNow, steadyNow];
				asleep = document.visibilityState === 'hidden';
				this.#ms = wallNow;
			};
			let asleep = document.visibilityState === 'hidden';
			const timer = setInterval(look, TICK_MS);
			document.addEventListener('visibilitychange', look);
			return () => {
				clearInterval(timer);
				document.removeEventListener('visibilitychange', look);
			};
		});
	}

	get ms(): number {
		return this.#ms;
	}
	/** the day there, and minutes after its midnight */
	readonly moment = $derived.by((): { readonly date: DayKey; readonly at: number } => ({
		date: todayIn(this.#zone(), this.#ms),
		at: clockIn(this.#zone(), this.#ms)
	}));
}
