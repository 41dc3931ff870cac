/** Processes, as the operating system sees them (Linux). */
import { readFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Whether something came to hold within the time. */
export async function within(ms: number, holds: () => boolean, step = 5): Promise<boolean> {
	for (const end = Date.now() + ms; !holds(); await pause(step)) if (Date.now() > end) return false;
	return true;
}

const TICKS_PER_SECOND = 100;
/** Seconds of processor a process has used, all its threads together. */
export function cpuSeconds(pid: number): number {
	const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}
/** Memory a process holds, in MB. */
export const memory = (pid: number): number =>
	Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]) / 1024;

export function isAlive(pid: number): boolean {
	try {
		return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'latin1'));
	} catch {
		return false;
	}
}

export function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const server = createServer().listen(0, '127.0.0.1', () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => resolve(port));
		});
	});
}

export async function listens(port: number, ms = 30_000): Promise<boolean> {
	const tried = (): Promise<boolean> =>
		new Promise((resolve) => {
			const socket = connect(port, '127.0.0.1', () => {
				socket.destroy();
				resolve(true);
			});
			socket.on('error', () => resolve(false));
		});
	for (const end = Date.now() + ms; !(await tried()); await pause(40)) if (Date.now() > end) return false;
	return true;
}

/** The value below which this part of the values lies; NaN for none. */
export const quantile = (values: readonly number[], part: number): number => {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
};
