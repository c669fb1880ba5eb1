import { type DelayDistribution, priorDelayDistribution } from './delay-distribution.ts';
import { createLearntLocationLookup, type LearntLocationLookup } from './learned-locations.ts';
import { noSignalWeightAdjustment, type SignalWeightAdjustment } from './weigh-signals.ts';

/** Parameters of linking that are learnt for one organisation. */
export interface LinkModel {
  readonly decay: DelayDistribution;
  readonly locationsOf: LearntLocationLookup;
  readonly adjustment: SignalWeightAdjustment;
}

export const priorLinkModel: LinkModel = {
  decay: priorDelayDistribution,
  locationsOf: createLearntLocationLookup([]),
  adjustment: noSignalWeightAdjustment,
};
