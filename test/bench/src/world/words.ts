import type { RandomStream } from '@refrain/sample-org';

const parts =
  'checkout payment search catalogue session invoice refund basket profile notification ledger gateway'.split(' ');
const things =
  'connection pool,cache,queue consumer,feature flag,certificate,index,migration,retry policy,timeout'.split(',');
const acts = 'Raise,Lower,Replace,Simplify,Cache,Validate,Log,Rename,Move,Guard,Batch,Split'.split(',');
const symptoms = [
  'is used up',
  'answers 503',
  'is slower than its budget',
  'lost its leader',
  'expired',
  'does not start',
  'returns stale data',
  'restarts again and again',
];
const sentences = [
  'Errors began shortly after the release and rose until the pool had no connection left.',
  'Restarting the pods helped for a few minutes only; the backlog kept growing meanwhile.',
  'The limit was set years ago for a tenth of the present traffic and nobody watched it.',
  'Readiness probes passed although the process could no longer reach its database.',
  'We saw the same graph two months ago on another service that shares the library.',
  'The retry storm tripled the load on the upstream, which then shed our requests.',
  'A dashboard showed it, but the alert looked at the mean and not at the slow tail.',
  'Requests from 10.12.4.7 timed out after 30 s with `context deadline exceeded`.',
];

export function drawComponentName(random: RandomStream): string {
  return random.pick(parts);
}

export function drawChangeTitle(random: RandomStream): string {
  return `${random.pick(acts)} the ${random.pick(things)} of ${drawComponentName(random)}`;
}

export function drawSymptom(random: RandomStream): string {
  return `The ${random.pick(things)} of ${drawComponentName(random)} ${random.pick(symptoms)}`;
}

export function drawSentences(random: RandomStream, count: number): string {
  return Array.from({ length: count }, () => random.pick(sentences)).join(' ');
}
