import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { changeRow } from '#lib/doc/commands/change-row.ts';
import { openPlan } from '#lib/doc/plan-document.ts';
import { planSchema } from '#lib/doc/schema/plan.ts';
import { readableTables } from '../documents/readable.ts';

const FOLDER = join(import.meta.dirname, '../documents');
const formats = readdirSync(FOLDER)
	.map((name) => /^plan-(\d+)\.bin$/.exec(name)?.[1])
	.filter((format) => format !== undefined);

const open = (format: string) => {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, readFileSync(join(FOLDER, `plan-${format}.bin`)));
	return openPlan(doc);
};

describe.each(formats)('a plan as Daybreak wrote it in format %s', (format) => {
	test('is read field by field as it was meant, nothing lost', () => {
		const expected = JSON.parse(readFileSync(join(FOLDER, `plan-${format}.json`), 'utf8'));
		expect(readableTables(open(format))).toMatchObject(expected);
	});

	test('is not written to by opening it', () => {
		const plan = open(format);
		const before = Y.encodeStateAsUpdate(plan.doc);
		readableTables(plan);
		expect(Y.encodeStateAsUpdate(plan.doc)).toEqual(before);
	});

	test('keeps fields of a newer Daybreak through an edit', () => {
		const plan = open(format);
		const id = 'scenes'.padEnd(22, '0');
		changeRow(plan, 'scenes', id, { synopsis: 'edited' });
		expect((plan.doc.getMap('scenes').get(id) as Y.Map<unknown>).get('fromTheFuture')).toEqual({
			colour: 'blue'
		});
	});
});

test('every released format has its golden document', () => {
	expect(formats.map(Number).sort()).toEqual(Array.from({ length: planSchema.format }, (_, n) => n + 1));
});
