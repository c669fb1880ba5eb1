import { workerData } from 'node:worker_threads';
import { fillChunks, type ListWork } from './fill-lists.ts';

fillChunks(workerData as ListWork);
