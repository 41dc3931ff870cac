import type { Commission } from './types.ts';

/** Zones of a country whose zones don't share a prefix of their own. */
const CHINA = ['Asia/Shanghai', 'Asia/Urumqi', 'Asia/Chongqing', 'Asia/Harbin', 'PRC'];
const CALIFORNIA = ['America/Los_Angeles', 'US/Pacific'];

/**
 * The rule set that judges hours at first, by where the clock stands (ids of the presets of hours-rules.md 7): the
 * law holds where people work, whoever commissioned it. A vertical for an app abroad that is shot in the United
 * States goes by its union's low budget terms. Empty where no preset is near: somebody has to choose.
 */
export function ruleSetFor(commission: Commission, zone: string): string {
	if (CHINA.includes(zone)) return 'cn-standard';
	if (zone === 'Europe/London') return 'uk-tv-drama';
	if (zone.startsWith('Europe/') && !['Europe/Moscow', 'Europe/Istanbul', 'Europe/Kyiv'].includes(zone))
		return 'eu-wtd';
	if (!isUnitedStates(zone)) return '';
	if (commission === 'overseas-vertical') return 'us-iatse-lowbudget';
	return CALIFORNIA.includes(zone) ? 'us-ca-crew' : 'us-flsa';
}

const US = [
	'New_York',
	'Chicago',
	'Denver',
	'Los_Angeles',
	'Phoenix',
	'Anchorage',
	'Detroit',
	'Boise',
	'Juneau'
];
const isUnitedStates = (zone: string): boolean =>
	zone.startsWith('US/') ||
	zone.startsWith('America/Indiana/') ||
	zone.startsWith('America/Kentucky/') ||
	zone === 'Pacific/Honolulu' ||
	US.some((city) => zone === `America/${city}`);
