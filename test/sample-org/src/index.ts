export type { OrganisationSize } from './generate-organisation.ts';
export { generateOrganisation } from './generate-organisation.ts';
export type { Person } from './people.ts';
export { people } from './people.ts';
export type { Random } from './random.ts';
export { createRandom, createSha } from './random.ts';
export type { ChangeRef, FailureRef, PlannedKind, TrueEpisode, TruePattern, Truth } from './truth.ts';
