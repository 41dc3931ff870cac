/** Who may do what now: the members table behind a cache that every change empties in the same turn. */
import {
	documentAccess,
	type Access,
	type Member,
	type NamedDocument
} from '#lib/domain/people/permissions.ts';
import type { Accounts } from '../store/accounts.ts';

export class Rights {
	/** grows with every change; whoever remembers a right remembers the version with it */
	version = 1;
	#accounts: Accounts;
	#members = new Map<string, Member | null>();
	#listeners: (() => void)[] = [];

	constructor(accounts: Accounts) {
		this.#accounts = accounts;
	}

	/** @param user a user's id, or a station's */
	member(production: string, user: string): Member | null {
		const key = `${production} ${user}`;
		let member = this.#members.get(key);
		if (member === undefined) {
			const { productions } = this.#accounts;
			const found = productions.member(production, user) ?? this.#accounts.stations.member(production, user);
			member = found && { ...found, archived: productions.find(production)?.archivedAt != null };
			this.#members.set(key, member);
		}
		return member;
	}

	access(user: string, { production, kind, personId }: NamedDocument): Access {
		return documentAccess(this.member(production, user), kind, personId);
	}

	/** A role, a membership or a session changed: open sockets are looked at before this returns. */
	changed(): void {
		this.version++;
		this.#members.clear();
		for (const listener of this.#listeners) listener();
	}

	onChange(listener: () => void): void {
		this.#listeners.push(listener);
	}
}
