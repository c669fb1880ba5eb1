import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { ExternalLink, PageLink } from '../components/links.tsx';

interface Props {
  readonly statement: Schemas['Statement'];
  readonly sources: readonly Schemas['ReportSource'][];
}

/** Maximum of sources that are listed with a statement. The others are only counted. */
const maxRefs = 4;

export function StatementView({ statement: { text, refs, method }, sources }: Props) {
  const known = new Map(sources.map((source) => [source.ref, source]));
  const shown = refs.slice(0, maxRefs).flatMap((ref) => known.get(ref) ?? []);
  const more = refs.length - shown.length;
  return (
    <div>
      <Text style={{ overflowWrap: 'anywhere' }}>
        {text}
        {shown.length > 0 && (
          <Text span size="xs" c="dimmed">
            {' '}
            {shown.map((source, at) => (
              <span key={source.ref}>
                {at > 0 && ', '}
                <SourceLink source={source}>{source.ref}</SourceLink>
              </span>
            ))}
            {more > 0 && ` and ${more} more`}
          </Text>
        )}
      </Text>
      {method !== null && (
        <Text component="details" size="sm" c="dimmed">
          <summary>How this comes about</summary>
          {method}
        </Text>
      )}
    </div>
  );
}

interface SourceLinkProps {
  readonly source: Schemas['ReportSource'];
  readonly children: ReactNode;
}

function SourceLink({ source: { kind, id, title, url }, children }: SourceLinkProps) {
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
