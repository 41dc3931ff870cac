/** Chinese, written for a Chinese crew rather than translated; the words are those of design.md 6. */
import type { Text } from './en.ts';
import { account } from './zh-Hans/account.ts';
import { board } from './zh-Hans/board.ts';
import { common } from './zh-Hans/common.ts';
import { errors } from './zh-Hans/errors.ts';
import { findings } from './zh-Hans/findings.ts';
import { glossary } from './zh-Hans/glossary.ts';
import { here } from './zh-Hans/here.ts';
import { newProduction } from './zh-Hans/new-production.ts';
import { pages } from './zh-Hans/pages.ts';
import { people } from './zh-Hans/people.ts';
import { productions } from './zh-Hans/productions.ts';
import { roles } from './zh-Hans/roles.ts';
import { save } from './zh-Hans/save.ts';
import { script } from './zh-Hans/script.ts';
import { settings } from './zh-Hans/settings.ts';
import { status } from './zh-Hans/status.ts';

export const zhHans = {
	account,
	board,
	common,
	errors,
	findings,
	glossary,
	here,
	newProduction,
	pages,
	people,
	productions,
	roles,
	save,
	script,
	settings,
	status
} satisfies Text;
