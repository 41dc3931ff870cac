import { clockOff } from '#lib/api/clock.ts';
import type { ClockDoubt } from '#lib/domain/hours/log/logged.ts';
import { ClockWatch, type ClockKept } from '#lib/sync/clock-watch.ts';

const LOOK_MS = 5000;
const ASK_MS = 10 * 60_000;
const KEPT = 'daybreak.clock-seen';

function read(): ClockKept | null {
	try {
		const { shown, off } = JSON.parse(localStorage.getItem(KEPT) ?? 'null') as Partial<ClockKept>;
		return typeof shown === 'number' ? { shown, off: typeof off === 'number' ? off : null } : null;
	} catch {
		return null;
	}
}
function keep(kept: ClockKept): void {
	try {
		localStorage.setItem(KEPT, JSON.stringify(kept));
	} catch {
		// Without storage the next start knows less; nothing else depends on it.
	}
}

/**
 * This device's clock, watched from the first page that shows or writes a time until the app is closed. What speaks
 * against it goes into each entry (`stamp`) and in front of whoever presses the clock (`doubt`).
 */
class DeviceClock {
	#doubt = $state.raw<ClockDoubt | null>(null);
	#watch: ClockWatch | null = null;
	#wasAwake = false;

	/** What speaks against the clock now, followed by what reads it. */
	get doubt(): ClockDoubt | null {
		return this.#doubt;
	}

	/** What an entry says of when it was made and by which clock. */
	stamp(): { at: number; zone: string; offset: number; clock?: ClockDoubt } {
		const clock = this.#started().doubt();
		const at = Date.now();
		return {
			at,
			zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
			offset: -new Date(at).getTimezoneOffset(),
			...(clock ? { clock } : {})
		};
	}

	/** Begins to watch; again it does nothing. */
	start(): void {
		this.#started();
	}

	#started(): ClockWatch {
		if (this.#watch) {
			this.#look();
			return this.#watch;
		}
		const watch = new ClockWatch({ wall: Date.now, steady: () => performance.now(), read, keep });
		this.#watch = watch;
		this.#wasAwake = document.visibilityState === 'visible';
		this.#doubt = watch.doubt();
		setInterval(() => this.#look(), LOOK_MS);
		setInterval(() => void this.#ask(), ASK_MS);
		document.addEventListener('visibilitychange', () => this.#look());
		window.addEventListener('online', () => void this.#ask());
		void this.#ask();
		return watch;
	}

	#look(): void {
		const watch = this.#watch;
		if (!watch) return;
		const before = watch.doubt();
		watch.look(this.#wasAwake);
		this.#wasAwake = document.visibilityState === 'visible';
		const now = watch.doubt();
		if (now?.minutes !== before?.minutes) {
			this.#doubt = now;
			// A leap may be a browser that slept: the server knows, if it can be reached.
			void this.#ask();
		}
	}

	async #ask(): Promise<void> {
		const off = await clockOff();
		if (off === null || !this.#watch) return;
		this.#watch.heard(off);
		this.#doubt = this.#watch.doubt();
	}
}

/** The one clock of this device. */
export const deviceClock = new DeviceClock();
