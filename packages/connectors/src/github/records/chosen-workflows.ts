import { matchGlob } from '../../records/match-glob.ts';

interface Workflow {
  readonly name?: string | null | undefined;
  /** `.github/workflows/deploy.yml`; a run's may have `@` and the ref behind it. */
  readonly path?: string | null | undefined;
}

/** Whether a workflow is one of those whose failed runs are failed deployments. No pattern chooses none. */
export function isChosenWorkflow(patterns: readonly string[], { name, path }: Workflow): boolean {
  const file = path?.split('@', 1)[0] ?? '';
  const names = [name ?? '', file, file.slice(file.lastIndexOf('/') + 1)].filter((known) => known !== '');
  return patterns.some((pattern) => names.some((known) => matchGlob(pattern, known)));
}
