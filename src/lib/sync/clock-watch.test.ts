import { describe, expect, test } from 'vitest';
import { ClockWatch, type ClockKept } from './clock-watch.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A device with a clock that may be set, and a disk that outlives a restart. */
function device(now = 1_794_000_000_000) {
	let [wall, steady] = [now, 0];
	let kept: ClockKept | null = null;
	const start = (): ClockWatch =>
		new ClockWatch({
			wall: () => wall,
			steady: () => steady,
			read: () => kept,
			keep: (next) => (kept = next)
		});
	return {
		start,
		/** time passes while the page is in sight, looked at every five seconds */
		pass(watch: ClockWatch, ms: number): void {
			for (let left = ms; left > 0; left -= 5000) {
				wall += Math.min(5000, left);
				steady += Math.min(5000, left);
				watch.look(true);
			}
		},
		set: (ms: number): void => void (wall += ms),
		/** nothing runs but the wall clock */
		sleep: (ms: number): void => void (wall += ms),
		off: (ms: number): void => {
			wall += ms;
			steady = 0;
		}
	};
}

describe('a clock that may be trusted', () => {
	test('says nothing while time passes, through a sleep, and after a restart', () => {
		const tablet = device();
		let watch = tablet.start();
		tablet.pass(watch, HOUR);
		tablet.sleep(8 * HOUR);
		watch.look(false);
		expect(watch.doubt()).toBeNull();
		tablet.off(3 * DAY);
		watch = tablet.start();
		expect(watch.doubt()).toBeNull();
	});

	test('a minute off the server is nobody’s business', () => {
		const watch = device().start();
		watch.heard(70_000);
		expect(watch.doubt()).toBeNull();
	});
});

describe('a clock that may not', () => {
	test('set back or forward while the app is open it says by how much', () => {
		for (const by of [-3 * HOUR, 3 * HOUR]) {
			const tablet = device();
			const watch = tablet.start();
			tablet.pass(watch, HOUR);
			tablet.set(by);
			tablet.pass(watch, MINUTE);
			expect(watch.doubt()).toEqual({ by: 'jump', minutes: by / MINUTE });
			tablet.set(-by);
			tablet.pass(watch, MINUTE);
			expect(watch.doubt()).toBeNull();
		}
	});

	test('a year off the server it says so, until the server finds it right', () => {
		const tablet = device();
		const watch = tablet.start();
		watch.heard(365 * DAY);
		expect(watch.doubt()).toEqual({ by: 'server', minutes: 525_600 });
		tablet.set(-365 * DAY);
		watch.look(true);
		expect(watch.doubt()).toBeNull();
		watch.heard(0);
		expect(watch.doubt()).toBeNull();
	});

	test('what the server found last holds after a restart without a network', () => {
		const tablet = device();
		tablet.start().heard(365 * DAY);
		tablet.off(HOUR);
		expect(tablet.start().doubt()).toEqual({ by: 'server', minutes: 525_600 });
	});

	test('a clock the server last found a year behind may have been put right as well', () => {
		const tablet = device();
		tablet.start().heard(-365 * DAY);
		tablet.off(HOUR);
		expect(tablet.start().doubt()).toEqual({ by: 'server', minutes: -525_600 });
		tablet.off(365 * DAY);
		expect(tablet.start().doubt()).toBeNull();
	});

	test('set while the device was off it shows less than it showed before', () => {
		const tablet = device();
		tablet.pass(tablet.start(), HOUR);
		tablet.off(-365 * DAY);
		expect(tablet.start().doubt()).toEqual({ by: 'back', minutes: -525_600 });
	});

	test('a clock the server last found a year ahead may have been put right meanwhile: nothing is said of it', () => {
		const tablet = device();
		let watch = tablet.start();
		watch.heard(365 * DAY);
		tablet.off(-364 * DAY);
		watch = tablet.start();
		expect(watch.doubt()).toBeNull();
		watch.heard(0);
		tablet.off(HOUR);
		expect(tablet.start().doubt()).toBeNull();
	});
});
