import { type Decay, priorDecay } from './decay.ts';
import { createLearntLocations, type LearntLocations } from './learned-locations.ts';
import { noAdjustment, type SignalAdjustment } from './signal-adjustment.ts';

/**
 * The parameters that linking learns for an organisation from people's decisions and from its own most certain links.
 */
export interface LinkModel {
  readonly decay: Decay;
  readonly locationsOf: LearntLocations;
  readonly adjustment: SignalAdjustment;
}

/** The model without data. */
export const priorModel: LinkModel = {
  decay: priorDecay,
  locationsOf: createLearntLocations([]),
  adjustment: noAdjustment,
};
