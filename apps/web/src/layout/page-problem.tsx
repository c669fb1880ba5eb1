import type { ErrorComponentProps } from '@tanstack/react-router';
import { ProblemNotice } from '../components/problem-notice.tsx';

/** A page that could not be shown; the others still can. */
export function PageProblem({ error, reset }: ErrorComponentProps) {
  return <ProblemNotice error={error} retry={reset} />;
}
