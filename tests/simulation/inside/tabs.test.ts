import './clock.ts';
import './tab-lines.ts';
import 'fake-indexeddb/auto';
import { test } from 'vitest';
import { tabHistory } from './tab-history.ts';
import { batches, count, runAll } from '../counted.ts';

test.for(batches(count(200, 2_000)))(
	'tabs of one person that close and die lose nothing and send nothing twice ($many from SEED=$from)',
	(batch) => runAll(batch, 'tests/simulation/inside/tabs', tabHistory)
);
