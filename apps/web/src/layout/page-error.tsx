import type { ErrorComponentProps } from '@tanstack/react-router';
import { ProblemNotice } from '../components/states.tsx';

/** Shown instead of a page that failed to render, so that the navigation stays usable. */
export function PageError({ error, reset }: ErrorComponentProps) {
  return <ProblemNotice error={error} retry={reset} />;
}
