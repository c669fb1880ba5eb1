export { type Observation, observeOrganisation } from './observe-organisation.ts';
