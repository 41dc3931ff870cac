/** Reads a long script beside the page, so that the page never stands still. */
import { readScript } from '#lib/domain/scripts/index.ts';
import type { Source } from './keeping.ts';

self.onmessage = ({ data }: MessageEvent<Source>) => self.postMessage(readScript(data.of, data.name));
