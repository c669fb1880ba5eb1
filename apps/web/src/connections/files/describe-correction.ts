import type { Schemas } from '../../api/refrain.ts';

/**
 * Says how the rejected rows of a file can be imported. A problem with an example is about a value, which another mapping of the
 * columns cannot correct.
 */
export function describeCorrection(problems: readonly Pick<Schemas['ImportProblem'], 'example'>[]): string {
  const areValues = problems.every(({ example }) => example !== null);
  const first = areValues
    ? 'To import these rows too, correct the values in these lines of the file, and choose the file again.'
    : 'To import these rows too, choose other columns above, or correct the file and choose it again.';
  return `${first} You can also download only these rows, each with the reason in an added column, and import the corrected rows into the same source.`;
}
