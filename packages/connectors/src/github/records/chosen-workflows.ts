import { matchGlob } from '../../records/match-glob.ts';

interface Workflow {
  readonly name?: string | null | undefined;
  /** `.github/workflows/deploy.yml`; a run's path may end with `@` and a ref. */
  readonly path?: string | null | undefined;
}

/** Tells whether failed runs of a workflow are failed deployments. Without patterns none are. */
export function isChosenWorkflow(patterns: readonly string[], { name, path }: Workflow): boolean {
  const file = path?.split('@', 1)[0] ?? '';
  const names = [name ?? '', file, file.slice(file.lastIndexOf('/') + 1)].filter((known) => known !== '');
  return patterns.some((pattern) => names.some((known) => matchGlob(pattern, known)));
}
