import { matchGlob } from '../../records/match-glob.ts';

interface Workflow {
  readonly name?: string | null | undefined;
  /** Path such as `.github/workflows/deploy.yml`, to which GitHub may append `@` and a ref. */
  readonly path?: string | null | undefined;
}

/** Tells whether failed runs of a workflow count as failed deployments; false if there are no patterns. */
export function isChosenWorkflow(patterns: readonly string[], { name, path }: Workflow): boolean {
  const file = path?.split('@', 1)[0] ?? '';
  const names = [name ?? '', file, file.slice(file.lastIndexOf('/') + 1)].filter((known) => known !== '');
  return patterns.some((pattern) => names.some((known) => matchGlob(pattern, known)));
}
