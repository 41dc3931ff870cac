import { afterAll, beforeAll, test } from 'vitest';
import { seeds, TestServer } from './rig.ts';
import { stageOf, type Stage } from './storage-history.ts';
import { tabHistory } from './tab-history.ts';

const server = new TestServer();
let stage: Stage;
beforeAll(async () => {
	await server.start();
	stage = await stageOf(server);
});
afterAll(async () => {
	await stage.end();
	await server.end();
});

test.for(seeds(50))(
	'tabs of one person that close and die lose nothing and send nothing twice (SEED=%i)',
	(seed) => tabHistory(stage, seed)
);
