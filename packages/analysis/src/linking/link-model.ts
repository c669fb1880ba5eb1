import { type Decay, priorDecay } from './decay.ts';
import { createLearntPlaces, type LearntPlaces } from './learned-locations.ts';
import { noAdjustment, type SignAdjustment } from './signal-adjustment.ts';

/** What linking has learnt of an organisation, from people's decisions and from its own surest links. */
export interface LinkModel {
  readonly decay: Decay;
  readonly places: LearntPlaces;
  readonly adjustment: SignAdjustment;
}

/** What is believed before anything is learnt. */
export const priorModel: LinkModel = {
  decay: priorDecay,
  places: createLearntPlaces([]),
  adjustment: noAdjustment,
};
