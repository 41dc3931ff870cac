import type { Page } from './pages.ts';

/** A page in the navigation, with its address. */
export type NavItem = Page & { readonly href: string };
