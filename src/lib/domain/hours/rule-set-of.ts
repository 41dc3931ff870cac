/** Which rule set holds for somebody. */
import type { Person, Production } from '../schedule/records.ts';
import { isPresetId, type PresetId } from './presets/index.ts';

/** The rule set of a commission where the production hasn't chosen one: Chinese hours, but for a vertical shot abroad. */
const BY_COMMISSION: Readonly<Record<Production['commission'], PresetId>> = {
	'platform-original': 'cn-standard',
	'mini-program': 'cn-standard',
	'co-investment': 'cn-standard',
	'overseas-vertical': 'us-ca-crew',
	own: 'cn-standard'
};

/** Whose rules hold for somebody: the person's own, else the production's, else those of its commission. */
export function ruleSetOf(
	production: Pick<Production, 'ruleSet' | 'commission'>,
	person: Pick<Person, 'ruleSet'> | null
): PresetId {
	for (const id of [person?.ruleSet, production.ruleSet]) if (isPresetId(id)) return id;
	return BY_COMMISSION[production.commission];
}
