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
  features: [0.39, 0.04, 2.43],
  bias: {
    code_defect: 0.07,
    configuration: 0.14,
    capacity: 0.01,
    dependency: 0.05,
    infrastructure: -0.29,
    data: -0.33,
    expiry_time: 0.07,
    security_access: -0.16,
    process: 0,
    unknown: 0.39,
  },
};

export const triggerEvidenceWeights: EvidenceWeights<Trigger> = {
  features: [-0.01, 0.47, 1.4],
  bias: {
    deployment: -0.1,
    config_push: -0.16,
    traffic: -0.06,
    maintenance: 0.07,
    dependency_change: -0.02,
    hardware: -0.23,
    time: 0.03,
    unknown: 0.47,
  },
};
