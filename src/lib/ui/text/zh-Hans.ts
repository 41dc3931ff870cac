/** Chinese, written for a Chinese crew rather than translated; the words are those of design.md 6. */
import type { Text } from './en.ts';
import { core } from './zh-Hans-core.ts';
import { more } from './zh-Hans-more.ts';

export const zhHans = { ...core, ...more } satisfies Text;
