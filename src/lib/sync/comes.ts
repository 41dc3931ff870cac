import type { Channel } from './channel.ts';

/** More than the signs of life of every document in twenty seconds. */
const COMES_BYTES = 16_384;

/**
 * Whether all of a document comes to this device: it is waited for as long as something large is coming, and after
 * that for the time given.
 * @param received all bytes that have come over this device's socket
 */
export function comes(channel: Channel, patienceMs: number, received: () => number): Promise<boolean> {
	return new Promise((resolve) => {
		let before = received();
		let timer: ReturnType<typeof setTimeout>;
		const done = (is: boolean): void => {
			clearTimeout(timer);
			stop();
			resolve(is);
		};
		const look = (): void => {
			const { connected, syncedAt, ended } = channel.state;
			// One that was whole before its connection broke has to come again.
			const whole = connected && syncedAt !== null;
			if (whole || ended !== null) done(whole);
		};
		const wait = (): void => {
			timer = setTimeout(() => {
				if (received() - before < COMES_BYTES) return done(false);
				before = received();
				wait();
			}, patienceMs);
		};
		const stop = channel.observe(look);
		wait();
		look();
	});
}
