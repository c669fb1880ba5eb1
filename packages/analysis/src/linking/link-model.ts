import { type Decay, priorDecay } from './decay.ts';
import { createLearntLocations, type LearntLocations } from './learned-locations.ts';
import { noAdjustment, type SignalAdjustment } from './signal-adjustment.ts';

/** Parameters of linking that are learnt for one organisation. */
export interface LinkModel {
  readonly decay: Decay;
  readonly locationsOf: LearntLocations;
  readonly adjustment: SignalAdjustment;
}

export const priorModel: LinkModel = {
  decay: priorDecay,
  locationsOf: createLearntLocations([]),
  adjustment: noAdjustment,
};
