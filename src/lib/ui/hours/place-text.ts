import type { EntryPlace } from '#lib/domain/hours/log/place.ts';
import { text } from '../text/index.svelte.ts';

/** Where an entry is, in words; nothing where that can't be said. */
export const placeText = (place: EntryPlace): string => (place ? text.hours.places[place] : '');

/** Whether somebody has to do something about where it is. */
export const isBad = (place: EntryPlace): boolean => place === 'refused' || place === 'unsaved';
