export { type Observation, observeOrganisation } from './organisations/observe-organisation.ts';
