import type { Cause, Trigger } from '@refrain/domain';

/** Noun phrases for use within a sentence, like the labels of triggers below */
export const causeLabels: Readonly<Record<Cause, string>> = {
  code_defect: 'a defect in the code',
  configuration: 'a setting',
  capacity: 'a lack of room',
  dependency: 'something it depends on',
  infrastructure: 'the machines or the network',
  data: 'the data',
  expiry_time: 'something that ran out',
  security_access: 'access that was too narrow or too wide',
  process: 'a step of the work',
  unknown: 'something not known yet',
};

export const triggerLabels: Readonly<Record<Trigger, string>> = {
  deployment: 'a release',
  config_push: 'a changed setting',
  traffic: 'traffic',
  maintenance: 'maintenance',
  dependency_change: 'a change of something it depends on',
  hardware: 'hardware',
  time: 'a date',
  unknown: 'something not known yet',
};
