/**
 * What every rule returns: a numbered statement about something, with the figures that prove it. The words are
 * the interface's (`ui/finding-text.ts`), so a finding reads as well in Chinese as in English.
 */
export type Finding = {
	/** The rule's number as in RULES.md, for instance `S3`. */
	readonly rule: string;
	/** `bad` breaks a limit, `warn` comes close or needs a look, `info` is worth knowing. */
	readonly severity: 'info' | 'warn' | 'bad';
	/** What it is about: ids of records, days, and the `reason` of a rule that knows several. */
	readonly about: Readonly<Record<string, string>>;
	/** The figures in the sentence, in minutes, counts or days as the rule says. */
	readonly figures: Readonly<Record<string, number>>;
	/** Ids of the strips it is marked on. */
	readonly strips?: readonly string[];
};
