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
  features: [0.48, 0.15, 2.44],
  bias: {
    code_defect: 0.07,
    configuration: 0.33,
    capacity: 0.04,
    dependency: 0.02,
    infrastructure: -0.47,
    data: -0.55,
    expiry_time: 0.1,
    security_access: -0.26,
    process: -0.04,
    unknown: 0.68,
  },
};

export const triggerEvidenceWeights: EvidenceWeights<Trigger> = {
  features: [0, 0.18, 1.98],
  bias: {
    deployment: -0.19,
    config_push: -0.13,
    traffic: -0.04,
    maintenance: 0.08,
    dependency_change: -0.04,
    hardware: -0.36,
    time: -0.01,
    unknown: 0.69,
  },
};
