import type { RequestId } from '#lib/domain/ids.ts';

/** Why a script changed, as a person says it. */
export type Why = {
	readonly reason: 'ours' | 'request' | null;
	/** empty: nothing chosen; `new`: written down with the import */
	readonly request: RequestId | 'new' | '';
	readonly from: 'platform' | 'regulator';
	readonly round: string;
	readonly asked: string;
	readonly version: string;
};

export const BLANK_WHY: Why = {
	reason: null,
	request: '',
	from: 'platform',
	round: '1',
	asked: '',
	version: ''
};

/** What is wrong, by field: the name of its sentence. */
export type WrongWhy = {
	reason?: 'reason';
	request?: 'request';
	round?: 'round';
	asked?: 'asked';
	version?: 'version';
};

export const roundOf = (typed: string): number | null =>
	/^\d{1,2}$/.test(typed.trim()) && Number(typed) >= 1 ? Number(typed) : null;

/** Everything missing; empty when the reason is whole. @param named the version has to be named (the platform's script) */
export function wrongInWhy(why: Why, named: boolean): WrongWhy {
	const wrong: WrongWhy = {};
	if (why.reason === null) wrong.reason = 'reason';
	if (why.reason === 'request') {
		if (why.request === '') wrong.request = 'request';
		if (why.request === 'new') {
			if (roundOf(why.round) === null) wrong.round = 'round';
			if (why.asked.trim() === '') wrong.asked = 'asked';
		}
	}
	if (named && why.version.trim() === '') wrong.version = 'version';
	return wrong;
}
