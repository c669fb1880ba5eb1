import { workerData } from 'node:worker_threads';
import { fillUnclaimedNeighbourLists, type NeighbourListMemory } from './compute-neighbour-lists.ts';

fillUnclaimedNeighbourLists(workerData as NeighbourListMemory);
