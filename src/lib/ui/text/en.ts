/** The whole English dictionary; its type is the shape every other language has to fill. */
import { core } from './en-core.ts';
import { more } from './en-more.ts';

export const en = { ...core, ...more };

export type Text = typeof en;
