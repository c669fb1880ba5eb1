import type { Schemas } from '../api/refrain.ts';

type Verdicts = Pick<
  Schemas['RevertTemplatesResponse']['items'][number],
  'reverts' | 'failures' | 'planned' | 'unclear'
>;

/** Says how many reverts of a kind count as failures at present, and why the others do not. */
export function describeVerdicts({ reverts, failures, planned, unclear }: Verdicts): string {
  const counted =
    failures === 0 ? 'None of them counts' : `${failures} of ${reverts} ${failures === 1 ? 'counts' : 'count'}`;
  const others = [
    ...(planned > 0 ? [`${planned} ${planned === 1 ? 'looks' : 'look'} planned`] : []),
    ...(unclear > 0 ? [`${unclear} ${unclear === 1 ? 'is' : 'are'} unclear`] : []),
  ];
  return `${[`${counted} as ${failures < 2 ? 'a failure' : 'failures'} at present`, ...others].join(', ')}.`;
}
