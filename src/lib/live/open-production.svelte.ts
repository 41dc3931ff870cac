import { writeGuest } from '#lib/doc/commands/write-plan.ts';
import { changeRow } from '#lib/doc/commands/change-row.ts';
import { openGuest, type GuestDocument } from '#lib/doc/plan-document.ts';
import type { PlanRecords } from '#lib/doc/schema/plan.ts';
import {
	documentAccess,
	documentName,
	mayDo,
	mayWrite,
	type Access,
	type DocumentKind,
	type Member,
	type Role
} from '#lib/domain/people/permissions.ts';
import type { Schema } from '#lib/doc/document.ts';
import type { FieldValues } from '#lib/domain/record.ts';
import { statusOf } from '#lib/domain/launch/requests/for-guests.ts';
import { byNumber } from '#lib/domain/schedule/episode-numbers.ts';
import type { Channel } from '#lib/sync/channel.ts';
import { DocumentHere } from './document-here.svelte.ts';
import { GuestMirror } from './guest-mirror.ts';
import { HoursHere } from './hours-here.svelte.ts';
import { LivePlan } from './plan.svelte.ts';
import { Presence } from './presence.svelte.ts';
import { ReadyHere } from './ready-here.svelte.ts';
import { registerOnce } from './registrations.svelte.ts';
import type { OpenProduction } from './production.svelte.ts';
import { LiveTable } from './table.svelte.ts';
import type { LiveWorkspace } from './workspace.svelte.ts';

/** A production as it is listed for a member: what the server said last, kept on this device. */
export type ListedProduction = {
	readonly id: string;
	readonly title: string;
	readonly role: Role;
	readonly personId: string | null;
	readonly keeps: Member['keeps'];
	readonly archivedAt: number | null;
};

/** Opens a production whose plan this member may read. Nothing here waits for the network. */
export async function openProduction(live: LiveWorkspace, listed: ListedProduction): Promise<ProductionHere> {
	const channel = await live.workspace.open(documentName(listed.id, 'plan'));
	return new ProductionHere(live, listed, channel);
}

/** A production opened on this device: the plan, who is here, and what this member may do. */
export class ProductionHere implements Omit<OpenProduction, 'guest'> {
	readonly plan: LivePlan;
	readonly presence: Presence;
	readonly channel: Channel;
	readonly #live: LiveWorkspace;
	#listed = $state.raw() as ListedProduction;
	readonly #mirror: GuestMirror | null;

	constructor(live: LiveWorkspace, listed: ListedProduction, channel: Channel) {
		this.#live = live;
		this.#listed = listed;
		this.channel = channel;
		this.plan = new LivePlan(channel.doc);
		this.presence = new Presence(channel.awareness);
		this.#mirror = mayWrite(this.accessTo('guest'))
			? new GuestMirror(this.plan.document, (act) => this.#withGuest(act))
			: null;
	}

	/** The server's list says something else of this member now: rights that were given or taken hold at once. */
	relist(listed: ListedProduction): void {
		if (JSON.stringify(listed) !== JSON.stringify(this.#listed)) this.#listed = listed;
	}

	get id(): string {
		return this.#listed.id;
	}
	get role(): Role {
		return this.#listed.role;
	}
	get personId(): string | null {
		return this.#listed.personId;
	}
	get title(): string {
		return this.plan.production?.title || this.#listed.title;
	}
	get mayPlan(): boolean {
		return mayWrite(this.accessTo('plan')) && this.plan.document.writable();
	}

	/** What this member may do with a document of this production. */
	accessTo(kind: DocumentKind, personId: string | null = null): ReturnType<typeof documentAccess> {
		return documentAccess({ ...this.#listed, archived: this.#listed.archivedAt !== null }, kind, personId);
	}

	/** The hours of people this member may see, none open yet; whoever takes it closes it. */
	openHours(): HoursHere {
		const accessTo = (kind: DocumentKind, personId?: string | null): Access => this.accessTo(kind, personId);
		return new HoursHere(this.#live, this.id, accessTo, mayDo(this.#listed, 'registerPerson'));
	}

	/** What this device still needs for a place without a network. */
	readiness(): ReadyHere {
		return new ReadyHere(this.#live, {
			id: this.id,
			accessTo: (kind, personId) => this.accessTo(kind, personId),
			people: () => [...this.plan.document.tables.people.rows().keys()],
			mayRegister: mayDo(this.#listed, 'registerPerson')
		});
	}

	/** Opens a document beside the plan; whoever opens it closes it. A person's is registered first, by who may. */
	openBeside<S extends Schema>(schema: S, personId: string | null = null): Promise<DocumentHere<S>> {
		if (personId && mayDo(this.#listed, 'registerPerson')) {
			void registerOnce(this.#live.workspace.userId, this.id, [personId]);
		}
		return DocumentHere.open(this.#live, this.id, schema, personId);
	}

	/** Changes the production's own row, and what viewers see of it. */
	async change(values: Partial<FieldValues<PlanRecords['productions']>>): Promise<void> {
		const row = this.plan.production;
		if (!row || !changeRow(this.plan.document, 'productions', row.id, values)) return;
		await this.#withGuest((guest) => writeGuest(guest, this.plan.production ?? row));
	}

	async #withGuest(act: (guest: GuestDocument) => void): Promise<void> {
		const channel = await this.#live.workspace.open(documentName(this.id, 'guest'));
		act(openGuest(channel.doc));
		await channel.settled();
		await this.#live.workspace.release(channel);
	}

	/** The page leaves the production. */
	async close(): Promise<void> {
		this.presence.show([]);
		this.presence.destroy();
		await this.#mirror?.close();
		this.plan.destroy();
		await this.#live.workspace.release(this.channel);
	}
}

/** What a viewer sees of a production. */
export class GuestHere {
	readonly channel: Channel;
	readonly #live: LiveWorkspace;
	readonly #productions;
	readonly #episodes;
	readonly #requests;
	readonly #answers;
	readonly #decisions;

	private constructor(live: LiveWorkspace, channel: Channel) {
		this.#live = live;
		this.channel = channel;
		const { productions, episodes, requests, answers, decisions } = openGuest(channel.doc).tables;
		this.#productions = new LiveTable(productions);
		this.#episodes = new LiveTable(episodes);
		this.#requests = new LiveTable(requests);
		this.#answers = new LiveTable(answers);
		this.#decisions = new LiveTable(decisions);
	}

	static async open(live: LiveWorkspace, productionId: string): Promise<GuestHere> {
		return new GuestHere(live, await live.workspace.open(documentName(productionId, 'guest')));
	}

	/** Title and dates; null while they haven't arrived on this device. */
	get production() {
		for (const row of this.#productions.rows().values()) return row;
		return null;
	}

	/** Number, title and status of each episode, in order. */
	get episodes() {
		return [...this.#episodes.rows().values()].sort(byNumber);
	}

	/** What the platform asked with our answers, and the decisions that wait for it. */
	get status() {
		return statusOf(
			this.#requests.rows().values(),
			this.#answers.rows().values(),
			this.#decisions.rows().values()
		);
	}

	async close(): Promise<void> {
		for (const table of [this.#productions, this.#episodes, this.#requests, this.#answers, this.#decisions])
			table.destroy();
		await this.#live.workspace.release(this.channel);
	}
}
