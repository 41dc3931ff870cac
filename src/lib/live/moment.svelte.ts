import { clockIn, todayIn } from '#lib/domain/calendar/zone.ts';
import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import { deviceClock } from './device-clock.svelte.ts';

const TICK_MS = 5000;

/**
 * Now, in a production's zone, for a page that shows the time: moves by itself while the page is open. Says when
 * something speaks against the device's clock.
 */
export class NowIn {
	#ms = $state(Date.now());
	readonly #zone: () => string;

	/** @param zone the production's, asked each time: a production may change it */
	constructor(zone: () => string) {
		this.#zone = zone;
		deviceClock.start();
		$effect(() => {
			const look = (): void => void (this.#ms = Date.now());
			const timer = setInterval(look, TICK_MS);
			document.addEventListener('visibilitychange', look);
			return () => {
				clearInterval(timer);
				document.removeEventListener('visibilitychange', look);
			};
		});
	}

	/** whether something speaks against the device's clock: entries made now say so */
	get jumped(): boolean {
		return deviceClock.doubt !== null;
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
