import type { Cause, Trigger } from '@refrain/domain';

/** Weights with which the evidence for each label becomes its log-probability, up to a constant. */
export interface EvidenceWeights<Label extends string> {
  /** Weights of the values that `listEvidenceFeatures` returns. */
  readonly features: readonly number[];
  /** The part of the log-probability that does not depend on the evidence. */
  readonly bias: Readonly<Record<Label | 'unknown', number>>;
}

// Learnt from 156 labelled reports of five organisations and from two collections of post-mortems. Command for learning
// them from new data: `npm run --silent eval -- measure evidence-weights --data DIR --weights`.

export const causeEvidenceWeights: EvidenceWeights<Cause> = {
  features: [0.42, 0.05, 2.3],
  bias: {
    code_defect: 0.03,
    configuration: 0.25,
    capacity: 0.01,
    dependency: 0,
    infrastructure: -0.28,
    data: -0.34,
    expiry_time: 0.06,
    security_access: -0.15,
    process: -0.07,
    unknown: 0.44,
  },
};

export const triggerEvidenceWeights: EvidenceWeights<Trigger> = {
  features: [-0.04, 0, 1.96],
  bias: {
    deployment: -0.13,
    config_push: -0.09,
    traffic: -0.04,
    maintenance: 0.07,
    dependency_change: -0.03,
    hardware: -0.21,
    time: -0.01,
    unknown: 0.46,
  },
};
