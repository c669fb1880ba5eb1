import type { ReactNode } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { ExternalLink } from '../components/external-link.tsx';
import { PageLink } from '../components/page-link.tsx';

interface Props {
  readonly source: Schemas['ReportSource'];
  readonly children: ReactNode;
}

export function SourceLink({ source: { kind, id, title, url }, children }: Props) {
  const linkProps = { title, inherit: true, underline: 'always' } as const;
  switch (kind) {
    case 'episode':
      // The id of an episode is the id of its first failure.
      return (
        <PageLink to="/failures/$failureId" params={{ failureId: id }} {...linkProps}>
          {children}
        </PageLink>
      );
    case 'pattern':
      return (
        <PageLink to="/patterns/$patternId" params={{ patternId: id }} {...linkProps}>
          {children}
        </PageLink>
      );
    case 'improvement':
      return (
        <PageLink to="/improvements/$improvementId" params={{ improvementId: id }} {...linkProps}>
          {children}
        </PageLink>
      );
    default:
      return <ExternalLink url={url}>{children}</ExternalLink>;
  }
}
