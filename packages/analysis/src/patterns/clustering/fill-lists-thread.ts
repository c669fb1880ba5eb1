import { workerData } from 'node:worker_threads';
import { computeRemainingNeighbourLists, type SharedNeighbourListMemory } from './compute-neighbour-lists.ts';

computeRemainingNeighbourLists(workerData as SharedNeighbourListMemory);
