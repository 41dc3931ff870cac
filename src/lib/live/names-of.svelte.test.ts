import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '#lib/doc/id.ts';
import { openPlan } from '#lib/doc/plan-document.ts';
import type { PersonId, SceneId, StripId } from '#lib/domain/ids.ts';
import { documentName } from '#lib/domain/people/permissions.ts';
import { aboutOf } from './names-of.ts';
import { wipeWorkspace, workspaceOf } from './workspace.svelte.ts';

let me = '';
beforeEach(() => (me = newId()));
afterEach(() => wipeWorkspace(me));

test('what waits is called by the scenes it is about, hours by whose they are, and a refused scene by what it said', async () => {
	const [production, person] = [newId(), newId<PersonId>()];
	const live = await workspaceOf(me);
	const channel = await live.workspace.open(documentName(production, 'plan'));
	const plan = openPlan(channel.doc);
	const scene = newId<SceneId>();
	plan.doc.transact(() => {
		plan.tables.scenes.add(scene, { number: '34-1' });
		plan.tables.strips.add(newId<StripId>(), { sceneId: scene });
	});
	plan.doc.transact(() => plan.tables.people.add(person, { name: 'Liu Min' }));
	const hours = await live.workspace.open(documentName(production, 'hours', person));
	hours.doc.getMap('entries').set(newId(), { kind: 'entry' });
	const waiting = await live.unsent();
	expect(await aboutOf(live, waiting)).toEqual([
		{ count: 1, names: ['34-1'] },
		{ count: 1, names: ['Liu Min'] },
		{ count: 1, names: ['Liu Min'] }
	]);
	const gone = { ...waiting[0]!, document: documentName(newId(), 'plan') };
	expect(await aboutOf(live, [gone])).toEqual([{ count: 1, names: ['34-1'] }]);
	for (const open of [channel, hours]) await live.workspace.release(open);
});
