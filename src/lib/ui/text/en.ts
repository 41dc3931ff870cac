/** The English dictionary; its type is the shape every other language has to fill. */
import { account } from './en/account.ts';
import { board } from './en/board.ts';
import { common } from './en/common.ts';
import { errors } from './en/errors.ts';
import { findings } from './en/findings.ts';
import { glossary } from './en/glossary.ts';
import { here } from './en/here.ts';
import { newProduction } from './en/new-production.ts';
import { pages } from './en/pages.ts';
import { people } from './en/people.ts';
import { productions } from './en/productions.ts';
import { roles } from './en/roles.ts';
import { save } from './en/save.ts';
import { script } from './en/script.ts';
import { settings } from './en/settings.ts';
import { status } from './en/status.ts';

export const en = {
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
};

export type Text = typeof en;
