import { language } from '#lib/ui/text/index.svelte.ts';

// A page waits for its words before it is drawn (routes/+layout.ts); so does a component that is tried alone.
await language.complete();
