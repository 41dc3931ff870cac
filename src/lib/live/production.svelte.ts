import { getContext, setContext } from 'svelte';
import type { Schema } from '#lib/doc/document.ts';
import type { Access, DocumentKind, Role } from '#lib/domain/people/permissions.ts';
import type { PlanRecords } from '#lib/doc/schema/plan.ts';
import type { FieldValues } from '#lib/domain/record.ts';
import type { DocumentHere } from './document-here.svelte.ts';
import type { HoursHere } from './hours-here.svelte.ts';
import type { GuestHere } from './open-production.svelte.ts';
import type { Presence } from './presence.svelte.ts';
import type { LivePlan } from './plan.svelte.ts';
import type { ReadyHere } from './ready-here.svelte.ts';

/** The production that a page is about, opened on this device. */
export type OpenProduction = {
	readonly id: string;
	/** the title as the plan says, else as listed */
	readonly title: string;
	readonly role: Role;
	/** the person of the plan this member is bound to */
	readonly personId: string | null;
	/** whether this member may change the plan (and nothing newer than this client forbids it) */
	readonly mayPlan: boolean;
	readonly plan: LivePlan;
	readonly presence: Presence;
	/** what a viewer sees instead of the plan; null for everybody else */
	readonly guest: GuestHere | null;
	/** changes the production's own row, and what viewers see of it */
	readonly change: (values: Partial<FieldValues<PlanRecords['productions']>>) => Promise<void>;
	/** what this member may do with a document of this production */
	readonly accessTo: (kind: DocumentKind, personId?: string | null) => Access;
	/** opens the hours of people this member may see; the page closes it when it goes */
	readonly openHours: () => HoursHere;
	/** what this device still needs for a place without a network */
	readonly readiness: () => ReadyHere;
	/** opens a document beside the plan; the page closes it when it goes */
	readonly openBeside: <S extends Schema>(schema: S, personId?: string | null) => Promise<DocumentHere<S>>;
};

const KEY = Symbol('production');

/** Called once by the production's layout. */
export const provideProduction = (open: OpenProduction): OpenProduction => setContext(KEY, open);

/** The open production, for the pages below its layout. */
export function useProduction(): OpenProduction {
	const open = getContext<OpenProduction | undefined>(KEY);
	if (!open) throw new Error('A page of a production was rendered outside its layout.');
	return open;
}
