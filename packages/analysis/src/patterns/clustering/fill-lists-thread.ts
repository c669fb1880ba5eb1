import { workerData } from 'node:worker_threads';
import { computeUnclaimedChunks, type NeighbourListWork } from './compute-neighbour-lists.ts';

computeUnclaimedChunks(workerData as NeighbourListWork);
