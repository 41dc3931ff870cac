import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import * as Y from 'yjs';
import { Client, sized, varUint, Writer } from '../client.ts';
import { pause, within } from '../machine.ts';
import { clientFrame } from '../socket.ts';
import type { Target } from '../targets.ts';
import { closeAll, connectAll, type Scenario } from './scenario.ts';

type Attack = readonly [
	name: string,
	messages: readonly (Uint8Array | ((client: Client) => void))[],
	document?: string
];
const bytes = (...parts: (number[] | Uint8Array)[]): Buffer =>
	Buffer.concat(parts.map((part) => Uint8Array.from(part)));
const raw =
	(frame: Uint8Array) =>
	({ socket }: Client): void =>
		socket.raw(frame);
const update = (write: (doc: Y.Doc) => void): Uint8Array => {
	const doc = new Y.Doc();
	write(doc);
	return Y.encodeStateAsUpdate(doc);
};
const presence = (body: Uint8Array): Buffer => bytes([1], sized(body));

const ATTACKS: readonly Attack[] = [
	['random bytes', Array.from({ length: 200 }, (_, n) => randomBytes(1 + (n % 97)))],
	['an empty message', [Buffer.alloc(0)]],
	['text', [raw(clientFrame(Buffer.from('hello'), 1))]],
	['a number cut short', [bytes([0x80, 0x80])]],
	['a number too long', [bytes([0, 2], Array<number>(12).fill(255))]],
	['a length beyond the message', [bytes([0, 2, 255, 255, 255, 255, 15, 1, 2, 3])]],
	['an update of noise', [bytes([0, 2, 40], randomBytes(40))]],
	['a step 2 of noise', [bytes([0, 1, 40], randomBytes(40))]],
	['a state vector of noise', [bytes([0, 0, 40], randomBytes(40))]],
	['a state vector of a billion', [bytes([0, 0, 5, 255, 255, 255, 255, 3])]],
	['an unknown message', [bytes([99, 1, 2, 3])]],
	['an unknown step', [bytes([0, 9, 1, 1])]],
	['presence of noise', [bytes([1, 5, 1, 1, 1, 1, 0x7b])]],
	[
		'presence of 50,000',
		[
			presence(
				bytes(
					varUint(50_000),
					...Array.from({ length: 50_000 }, (_, n) => bytes(varUint(n + 1_000_000), [1, 2, 0x7b, 0x7d]))
				)
			)
		]
	],
	[
		'presence 100,000 deep',
		[presence(bytes([1, 1, 1], sized(Buffer.from('['.repeat(100_000) + ']'.repeat(100_000)))))]
	],
	['an unknown struct', [bytes([0, 2, 6, 1, 1, 5, 0, 31, 0])]],
	['ten bytes that unfold', [bytes([0, 2, 9, 1, 1, 5, 0, 0, 255, 255, 255, 15])]],
	['100 MB', [(client) => client.sendUpdate(Buffer.alloc(104_857_600, 1))]],
	[
		'20 MB that are valid',
		[(client) => client.sendUpdate(update((doc) => doc.getMap('m').set('x', new Uint8Array(20_971_520))))]
	],
	[
		'a tower of 5,000 maps',
		[
			(client) =>
				client.sendUpdate(
					update((doc) => {
						let map = doc.getMap('m');
						for (let n = 0; n < 5_000; n++) map = map.set('x', new Y.Map());
					})
				)
		]
	],
	['a control frame that is none', [raw(Buffer.from([0x8b, 0x80, 0, 0, 0, 0]))]],
	['a frame without a mask', [raw(Buffer.from([0x82, 3, 0, 0, 0]))]],
	['reserved bits', [raw(Buffer.from([0xf2, 0x80, 0, 0, 0, 0]))]],
	['a frame of 2^62 bytes', [raw(Buffer.from([0x82, 0xff, 0x40, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]))]],
	['a name that climbs', [], '../../../../etc/passwd'],
	['a name that climbs, encoded', [], '..%2f..%2f..%2fetc%2fpasswd'],
	['a name with a zero', [], 'a%00b'],
	['a name of 8,000 letters', [], 'x'.repeat(8_000)],
	['a name badly encoded', [], '%E0%A4%A'],
	['the name __proto__', [], '__proto__'],
	['no name', [], '']
];

/** Attacks on the wire, one after the other; after each, two bystanders have to hear each other at once. */
export const hostile: Scenario = {
	name: 'hostile',
	documents: ['hostile', 'bystanders'],
	async run(target) {
		let deaths = 0;
		let stalls = 0;
		let bystanders = await Bystanders.meet(target);
		const check = async (): Promise<void> => {
			if (target.isAlive && (await bystanders.hearEachOther())) return;
			if (target.isAlive) stalls++;
			else deaths++;
			bystanders.leave();
			await target.stop('SIGKILL');
			await target.start();
			bystanders = await Bystanders.meet(target);
		};
		for (const [, messages, document = 'hostile'] of ATTACKS) {
			const client = new Client(target.reach, document, {}, 3_000);
			await within(3_000, () => client.synced || client.socket.isClosed);
			for (const message of messages) {
				if (typeof message === 'function') message(client);
				else client.socket.send(Buffer.concat([client.prefix, message]));
			}
			await pause(400);
			client.close();
			await check();
		}
		const { port } = new URL(target.reach.url('x'));
		const halfOpen = Array.from({ length: 300 }, () => {
			const socket = connect(Number(port), '127.0.0.1', () => socket.write('GET /x HTTP/1.1\r\nHost: a\r\n'));
			return socket.on('error', () => {});
		});
		await pause(500);
		await check();
		for (const socket of halfOpen) socket.destroy();
		bystanders.leave();
		return { attacks: ATTACKS.length + 1, deaths, 'bystanders stalled': stalls };
	}
};

class Bystanders {
	#writer = new Writer(7, 8);
	#heard = -1;
	#clients: Client[] = [];

	static async meet(target: Target): Promise<Bystanders> {
		const both = new Bystanders();
		const mark = (_id: number, n: number): void => void (both.#heard = Math.max(both.#heard, n));
		both.#clients = await connectAll(target, [['bystanders'], ['bystanders', { mark }]]);
		return both;
	}

	hearEachOther(): Promise<boolean> {
		this.#clients[0]?.sendUpdate(this.#writer.next());
		return within(4_000, () => this.#heard === this.#writer.count - 1, 1);
	}

	leave(): void {
		closeAll(this.#clients);
	}
}
