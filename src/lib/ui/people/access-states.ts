import type { AccessState, MemberRow } from './people.ts';

/** An invitation as the server lists it, used up or not. */
export type AnyInvitation = {
	readonly personId: string | null;
	readonly uses: number;
	readonly used: number;
	readonly expiresAt: number;
	readonly revokedAt: number | null;
};

/**
 * How each person of the plan stands: joined, invited until when, invited once and too late, or withdrawn. The newest
 * invitation counts; people nobody invited are left out.
 * @param now milliseconds since 1970
 */
export function accessStates(
	members: readonly Pick<MemberRow, 'personId'>[],
	invitations: readonly AnyInvitation[],
	now: number
): ReadonlyMap<string, AccessState> {
	const states = new Map<string, AccessState>();
	for (const { personId, uses, used, expiresAt, revokedAt } of invitations) {
		if (personId === null || used >= uses) continue;
		const open = revokedAt === null && expiresAt > now;
		if (!open && states.get(personId)?.kind === 'open') continue;
		states.set(
			personId,
			open ? { kind: 'open', until: expiresAt } : { kind: revokedAt === null ? 'expired' : 'revoked' }
		);
	}
	for (const { personId } of members) if (personId !== null) states.set(personId, { kind: 'joined' });
	return states;
}
