import type { Minutes } from '../calendar/duration.ts';
import type { WorkDay } from './types.ts';

/** Overtime of a day: its minutes in buckets above ×1. */
export const premiumOf = ({ buckets }: Pick<WorkDay, 'buckets'>): Minutes =>
	Object.entries(buckets).reduce(
		(sum, [multiplier, minutes]) => (Number(multiplier) > 1 ? sum + minutes : sum),
		0
	);
