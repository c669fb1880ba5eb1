import type { ReactNode } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { PageLink } from '../components/links.tsx';

interface Props {
  readonly task: Schemas['OverviewTask'];
  readonly className?: string;
  readonly children: ReactNode;
}

/** Leads to the improvement to decide on, or to the pattern if the task is about the pattern. */
export function TaskLink({ task: { patternId, improvement }, className, children }: Props) {
  return improvement === null ? (
    <PageLink to="/patterns/$patternId" params={{ patternId }} inherit className={className}>
      {children}
    </PageLink>
  ) : (
    <PageLink
      to="/improvements/$improvementId"
      params={{ improvementId: improvement.id }}
      inherit
      className={className}
    >
      {children}
    </PageLink>
  );
}
