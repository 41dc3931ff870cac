/** The words of the opening page, of the board and of the frame around every page: they come with the app. */
import { account } from './zh-Hans/account.ts';
import { board } from './zh-Hans/board.ts';
import { common } from './zh-Hans/common.ts';
import { errors } from './zh-Hans/errors.ts';
import { findings } from './zh-Hans/findings.ts';
import { here } from './zh-Hans/here.ts';
import { pages } from './zh-Hans/pages.ts';
import { save } from './zh-Hans/save.ts';

export const core = { account, board, common, errors, findings, here, pages, save };
