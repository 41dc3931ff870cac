import { Reckoner } from '#lib/domain/launch/compression/reckoner.ts';
import { answer, type ReckoningTask } from './reckoning-task.ts';

const reckoner = new Reckoner();

onmessage = ({ data }: MessageEvent<ReckoningTask>): void => postMessage(answer(reckoner, data));
