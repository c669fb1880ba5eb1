import type { Schemas } from '../api/refrain.ts';
import type { Labels } from './labels.ts';

export const deadLetterKindLabels: Labels<Schemas['DeadLetterKind']> = {
  job: 'job',
  record: 'record',
  delivery: 'message',
};

export const deadLetterKindMeanings: Labels<Schemas['DeadLetterKind']> = {
  job: 'A job is work that was given up after its attempts.',
  record: 'A record was ingested and could not be parsed.',
  delivery: 'A message is an event that a channel or a program did not take.',
};

export const labelsOfReplayLikelihoods: Labels<Schemas['ReplayLikelihood']> = {
  likely: 'a replay should help',
  after_fix: 'a replay helps once the cause is gone',
  none: 'a replay cannot help',
};

export const colorsOfReplayLikelihoods: Labels<Schemas['ReplayLikelihood']> = {
  likely: 'teal',
  after_fix: 'orange',
  none: 'gray',
};
