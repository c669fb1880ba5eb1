import type { Cause, Trigger } from '@refrain/domain';

/** Noun phrases for use within a sentence, like the labels of triggers below */
export const causeLabels: Readonly<Record<Cause, string>> = {
  code_defect: 'a code defect',
  configuration: 'a configuration error',
  capacity: 'a lack of capacity',
  dependency: 'a dependency',
  infrastructure: 'an infrastructure failure',
  data: 'wrong or lost data',
  expiry_time: 'an expiry date or clock',
  security_access: 'wrong permissions or credentials',
  process: 'a gap in the process',
  unknown: 'an unknown cause',
};

export const triggerLabels: Readonly<Record<Trigger, string>> = {
  deployment: 'a deployment',
  config_push: 'a configuration change',
  traffic: 'a rise in traffic',
  maintenance: 'maintenance',
  dependency_change: 'a change of a dependency',
  hardware: 'a hardware failure',
  time: 'a date or time',
  unknown: 'an unknown trigger',
};
