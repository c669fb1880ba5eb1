import type { ReactNode } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { TextLink } from '../components/links.tsx';

interface Props {
  readonly task: Schemas['OverviewTask'];
  readonly children: ReactNode;
}

/** Leads to the improvement to decide on, or to the pattern if the task is about the pattern. */
export function TaskLink({ task: { kind, patternId, improvement }, ...rest }: Props) {
  const isAboutFix = kind === 'approve' || kind === 'recurred';
  return isAboutFix && improvement !== null ? (
    <TextLink to="/improvements/$improvementId" params={{ improvementId: improvement.id }} {...rest} />
  ) : (
    <TextLink to="/patterns/$patternId" params={{ patternId }} {...rest} />
  );
}
