/** Reads a long script or sheet beside the page, so that the page never stands still. */
import { SourceReader } from './read-source.ts';
import type { ReadingTask } from './reading.svelte.ts';

const reader = new SourceReader();

self.onmessage = ({ data }: MessageEvent<ReadingTask>) =>
	self.postMessage('source' in data ? reader.read(data.source) : reader.match(data.chosen, data.matching));
