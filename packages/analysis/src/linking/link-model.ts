import { type DelayDistribution, priorDelayDistribution } from './delay-distribution.ts';
import { createLearntLocationLookup, type LearntLocationLookup } from './learned-locations.ts';
import { noSignalAdjustment, type SignalAdjustment } from './weigh-signals.ts';

/** Parameters of linking that are learnt for one organisation. */
export interface LinkModel {
  readonly decay: DelayDistribution;
  readonly locationsOf: LearntLocationLookup;
  readonly adjustment: SignalAdjustment;
}

export const priorLinkModel: LinkModel = {
  decay: priorDelayDistribution,
  locationsOf: createLearntLocationLookup([]),
  adjustment: noSignalAdjustment,
};
