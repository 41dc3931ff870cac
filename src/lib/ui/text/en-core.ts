/** The words of the opening page, of the board and of the frame around every page: they come with the app. */
import { account } from './en/account.ts';
import { board } from './en/board.ts';
import { common } from './en/common.ts';
import { errors } from './en/errors.ts';
import { findings } from './en/findings.ts';
import { here } from './en/here.ts';
import { pages } from './en/pages.ts';
import { save } from './en/save.ts';

export const core = { account, board, common, errors, findings, here, pages, save };
