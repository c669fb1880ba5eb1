import { workerData } from 'node:worker_threads';
import { computeUnclaimedChunks, type NeighbourListMemory } from './compute-neighbour-lists.ts';

computeUnclaimedChunks(workerData as NeighbourListMemory);
