import { api, type Invitation, type MemberListed } from '#lib/api/api.ts';
import { links } from '#lib/links.ts';
import { accessStates } from '#lib/ui/people/access-states.ts';
import type { AccessActions, AccessState } from '#lib/ui/people/people.ts';

/** Members and invitations of a production, as the server last said; null until it has. */
export class Access {
	readonly #production: string;
	members = $state.raw<readonly MemberListed[] | null>(null);
	#all = $state.raw<readonly Invitation[] | null>(null);

	constructor(production: string) {
		this.#production = production;
	}

	/** Invitations that still work. */
	get invitations(): readonly Invitation[] | null {
		const now = Date.now();
		return (
			this.#all?.filter(
				({ revokedAt, expiresAt, used, uses }) => revokedAt === null && expiresAt > now && used < uses
			) ?? null
		);
	}

	/** How each person of the plan stands with the invitations; null until the server has said. */
	get states(): ReadonlyMap<string, AccessState> | null {
		return this.members && this.#all ? accessStates(this.members, this.#all, Date.now()) : null;
	}

	/** Asks the server again; without a network what is known stays. */
	async ask(invitations: boolean): Promise<void> {
		const [members, all] = await Promise.all([
			api.members(this.#production),
			invitations ? api.invitations(this.#production) : null
		]);
		if (members.ok) this.members = members.value;
		if (all?.ok) this.#all = all.value;
	}

	/** Runs a change, then shows what the server made of it. */
	async #then<T extends { readonly ok: boolean }>(answer: Promise<T>): Promise<T> {
		const outcome = await answer;
		if (outcome.ok) await this.ask(this.#all !== null);
		return outcome;
	}

	readonly rules: AccessActions = {
		changeRole: (userId, role) => this.#then(api.changeMember(this.#production, userId, { role })),
		keep: (userId, keeps) => this.#then(api.changeMember(this.#production, userId, { keeps })),
		bind: (userId, personId) => this.#then(api.changeMember(this.#production, userId, { personId })),
		removeMember: (userId) => this.#then(api.removeMember(this.#production, userId))
	};

	readonly inviting: AccessActions = {
		invite: async (request) => {
			const answer = await this.#then(api.invite(this.#production, request));
			if (!answer.ok) return answer;
			const { token, invitation } = answer.value;
			const { expiresAt, uses } = invitation;
			return { ok: true, id: invitation.id, link: links.invitation(token, location.origin), expiresAt, uses };
		},
		joinCode: async (id) => {
			const answer = await api.makeJoinCode(this.#production, id);
			const address = `${location.host}${links.start()}`.replace(/\/$/, '');
			return answer.ok ? { ok: true, ...answer.value, address } : answer;
		},
		revoke: (id) => this.#then(api.revokeInvitation(this.#production, id))
	};
}
