import type { Schemas } from '../api/refrain.ts';

type Verdicts = Pick<
  Schemas['RevertTemplatesResponse']['items'][number],
  'reverts' | 'failures' | 'planned' | 'unclear'
>;

/** Says how many reverts of a kind count as failures at present, and why the others do not. */
export function describeVerdicts({ reverts, failures, planned, unclear }: Verdicts): string {
  const others = [
    ...(planned > 0 ? [`${planned === reverts ? 'all' : planned} ${planned === 1 ? 'looks' : 'look'} planned`] : []),
    ...(unclear > 0 ? [`${unclear} ${unclear === 1 ? 'is' : 'are'} unclear`] : []),
  ];
  const counted =
    failures === 0
      ? 'None counts as a failure at present'
      : `${failures} of ${reverts} ${failures === 1 ? 'counts as a failure' : 'count as failures'} at present`;
  return `${counted}${others.length === 0 ? '' : `; ${others.join(', ')}`}.`;
}
