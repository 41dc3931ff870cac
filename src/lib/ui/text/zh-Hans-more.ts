/** The words of all other pages: they come with the first of these pages, or once the app is at rest. */
import { breakdown } from './zh-Hans/breakdown.ts';
import { episodes } from './zh-Hans/episodes.ts';
import { crewList } from './zh-Hans/crew-list.ts';
import { glossary } from './zh-Hans/glossary.ts';
import { grid } from './zh-Hans/grid.ts';
import { hoursRules } from './zh-Hans/hours-rules.ts';
import { hours } from './zh-Hans/hours.ts';
import { launch } from './zh-Hans/launch.ts';
import { money } from './zh-Hans/money.ts';
import { newProduction } from './zh-Hans/new-production.ts';
import { people } from './zh-Hans/people.ts';
import { places } from './zh-Hans/places.ts';
import { print } from './zh-Hans/print.ts';
import { productions } from './zh-Hans/productions.ts';
import { ready } from './zh-Hans/ready.ts';
import { reimport } from './zh-Hans/reimport.ts';
import { reports } from './zh-Hans/reports.ts';
import { requests } from './zh-Hans/requests.ts';
import { review } from './zh-Hans/review.ts';
import { roles } from './zh-Hans/roles.ts';
import { ruleSet } from './zh-Hans/rule-set.ts';
import { script } from './zh-Hans/script.ts';
import { settings } from './zh-Hans/settings.ts';
import { sheet } from './zh-Hans/sheet.ts';
import { start } from './zh-Hans/start.ts';
import { station } from './zh-Hans/station.ts';
import { status } from './zh-Hans/status.ts';
import { timesheet } from './zh-Hans/timesheet.ts';
import { wrap } from './zh-Hans/wrap.ts';

export const more = {
	breakdown,
	episodes,
	crewList,
	glossary,
	grid,
	hours,
	hoursRules,
	launch,
	money,
	newProduction,
	people,
	places,
	print,
	productions,
	ready,
	reimport,
	reports,
	requests,
	review,
	roles,
	ruleSet,
	script,
	settings,
	sheet,
	start,
	station,
	status,
	timesheet,
	wrap
};
