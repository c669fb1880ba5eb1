import type { Schemas } from '../api/refrain.ts';
import { count } from '../labels/format.ts';

type Verdicts = Pick<
  Schemas['RevertTemplatesResponse']['items'][number],
  'reverts' | 'failures' | 'planned' | 'unclear'
>;

/** Says how many reverts of a kind count as failures now, and why the others do not. */
export function describeVerdicts({ reverts, failures, planned, unclear }: Verdicts): string {
  if (failures === reverts)
    return reverts === 1 ? 'It counts as a failure now.' : `All ${count(reverts, 'revert')} count as failures now.`;
  const counted =
    failures === 0
      ? `None of the ${count(reverts, 'revert')} counts as a failure now`
      : `${failures} of the ${count(reverts, 'revert')} ${failures === 1 ? 'counts as a failure' : 'count as failures'} now`;
  return `${counted}${failures === 0 ? ', because' : '. Of the others,'} ${describeOthers(reverts, planned, unclear)}.`;
}

function describeOthers(reverts: number, planned: number, unclear: number): string {
  if (planned === reverts) return 'all look planned';
  return [
    ...(planned > 0 ? [`${planned} ${planned === 1 ? 'looks' : 'look'} planned`] : []),
    ...(unclear > 0 ? [`${unclear} ${unclear === 1 ? 'gives' : 'give'} no clear reason`] : []),
  ].join(' and ');
}
