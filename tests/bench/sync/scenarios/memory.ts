import { Writer } from '../client.ts';
import { memory, pause } from '../machine.ts';
import { closeAll, connectAll, numbered, settled, type Scenario } from './scenario.ts';

const DOCUMENTS = 1000;
/** so many small changes in each document */
const UPDATES = 32;

/** What a small document costs that one client opens and fills: itself, and the connection. */
export const memoryOf: Scenario = {
	name: 'memory',
	documents: numbered('mem', DOCUMENTS + 20),
	async run(target) {
		await settled();
		// The first ones make a server ready for any.
		const first = await connectAll(
			target,
			this.documents.slice(DOCUMENTS).map((document) => [document])
		);
		await pause(1_000);
		const before = memory(target.pid);
		const clients = await connectAll(
			target,
			this.documents.slice(0, DOCUMENTS).map((document) => [document])
		);
		for (const [n, client] of clients.entries()) {
			const writer = new Writer(n, UPDATES, 60);
			for (let key = 0; key < UPDATES; key++) client.sendUpdate(writer.next());
		}
		await pause(3_000);
		const after = memory(target.pid);
		closeAll([...first, ...clients]);
		return { 'MB before': before, 'KB a document, one client': ((after - before) / DOCUMENTS) * 1024 };
	}
};
