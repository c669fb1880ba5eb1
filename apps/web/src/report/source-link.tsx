import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { OutsideLink } from '../components/outside-link.tsx';
import { PageLink } from '../components/page-link.tsx';
import { anchorOf } from './anchor-of.ts';

interface Props {
  readonly source: Schemas['ReportSource'];
  /** Episodes are on this page and are led to within it. */
  readonly hasEpisodes: boolean;
  readonly children: ReactNode;
}

/** To what a sentence rests on: within the page, to a page of ours, or to the provider. */
export function SourceLink({ source: { ref, kind, id, title, url }, hasEpisodes, children }: Props) {
  const look = { title, inherit: true, underline: 'always' } as const;
  switch (kind) {
    case 'episode':
      return hasEpisodes ? (
        <Anchor href={`#${anchorOf(ref)}`} {...look}>
          {children}
        </Anchor>
      ) : (
        // An episode bears the id of its first failure.
        <PageLink to="/failures/$failureId" params={{ failureId: id }} {...look}>
          {children}
        </PageLink>
      );
    case 'pattern':
      return (
        <PageLink to="/patterns/$patternId" params={{ patternId: id }} {...look}>
          {children}
        </PageLink>
      );
    case 'improvement':
      return (
        <PageLink to="/improvements/$improvementId" params={{ improvementId: id }} {...look}>
          {children}
        </PageLink>
      );
    default:
      return <OutsideLink url={url}>{children}</OutsideLink>;
  }
}
