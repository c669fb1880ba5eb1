import type { ReactNode } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { PageLink } from '../components/links.tsx';

interface Props {
  readonly task: Schemas['OverviewTask'];
  readonly className?: string;
  /** Links within a sentence are always underlined. */
  readonly underline?: 'always' | 'hover';
  readonly children: ReactNode;
}

/** Leads to the improvement to decide on, or to the pattern if the task is about the pattern. */
export function TaskLink({ task: { patternId, improvement }, underline = 'hover', ...rest }: Props) {
  return improvement === null ? (
    <PageLink to="/patterns/$patternId" params={{ patternId }} inherit underline={underline} {...rest} />
  ) : (
    <PageLink
      to="/improvements/$improvementId"
      params={{ improvementId: improvement.id }}
      inherit
      underline={underline}
      {...rest}
    />
  );
}
