/** The words of all other pages: they come with the first of these pages, or once the app is at rest. */
import { breakdown } from './en/breakdown.ts';
import { episodes } from './en/episodes.ts';
import { crewList } from './en/crew-list.ts';
import { glossary } from './en/glossary.ts';
import { grid } from './en/grid.ts';
import { hoursRules } from './en/hours-rules.ts';
import { hours } from './en/hours.ts';
import { launch } from './en/launch.ts';
import { money } from './en/money.ts';
import { newProduction } from './en/new-production.ts';
import { people } from './en/people.ts';
import { places } from './en/places.ts';
import { print } from './en/print.ts';
import { productions } from './en/productions.ts';
import { ready } from './en/ready.ts';
import { reimport } from './en/reimport.ts';
import { reports } from './en/reports.ts';
import { requests } from './en/requests.ts';
import { review } from './en/review.ts';
import { roles } from './en/roles.ts';
import { ruleSet } from './en/rule-set.ts';
import { script } from './en/script.ts';
import { settings } from './en/settings.ts';
import { sheet } from './en/sheet.ts';
import { start } from './en/start.ts';
import { station } from './en/station.ts';
import { status } from './en/status.ts';
import { timesheet } from './en/timesheet.ts';
import { wrap } from './en/wrap.ts';

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
