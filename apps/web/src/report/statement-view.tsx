import { Blockquote, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { ExternalLink, TextLink } from '../components/links.tsx';

interface Props {
  readonly statement: Schemas['Statement'];
  readonly sources: readonly Schemas['ReportSource'][];
}

/** Maximum of sources that are listed with a statement. The others are only counted. */
const maxRefs = 4;

export function StatementView({ statement: { label, text, refs, method, isQuotation }, sources }: Props) {
  const paragraph = (
    <Text style={{ overflowWrap: 'anywhere' }}>
      {label !== undefined && <b>{label}: </b>}
      {text}
      <SourceMarks refs={refs} sources={sources} />
    </Text>
  );
  return (
    <div>
      {isQuotation ? (
        <Blockquote p="0 0 0 var(--mantine-spacing-sm)" radius={0} bg="none" color="gray" fz="inherit">
          {paragraph}
        </Blockquote>
      ) : (
        paragraph
      )}
      {method !== null && (
        <Text component="details" size="sm" c="dimmed">
          <summary>How we calculated this</summary>
          {method}
        </Text>
      )}
    </div>
  );
}

/** Links to the sources of a paragraph: by title to web pages, and by marks such as E1 to other sources. */
export function SourceMarks({ refs, sources }: { readonly refs: readonly string[] } & Pick<Props, 'sources'>) {
  const known = new Map(sources.map((source) => [source.ref, source]));
  const shown = refs.slice(0, maxRefs).flatMap((ref) => known.get(ref) ?? []);
  const more = refs.length - shown.length;
  if (shown.length === 0) return null;
  return (
    <Text span size="xs" c="dimmed">
      {' '}
      {shown.map((source, at) => (
        <span key={source.ref}>
          {at > 0 && ', '}
          <SourceLink source={source}>{source.kind === 'reading' ? source.title : source.ref}</SourceLink>
        </span>
      ))}
      {more > 0 && ` and ${more} more`}
    </Text>
  );
}

interface SourceLinkProps {
  readonly source: Schemas['ReportSource'];
  readonly children: ReactNode;
}

function SourceLink({ source: { kind, id, title, url }, children }: SourceLinkProps) {
  switch (kind) {
    case 'episode':
      // The id of an episode is the id of its first failure.
      return (
        <TextLink to="/failures/$failureId" params={{ failureId: id }} title={title}>
          {children}
        </TextLink>
      );
    case 'pattern':
      return (
        <TextLink to="/patterns/$patternId" params={{ patternId: id }} title={title}>
          {children}
        </TextLink>
      );
    case 'improvement':
      return (
        <TextLink to="/improvements/$improvementId" params={{ improvementId: id }} title={title}>
          {children}
        </TextLink>
      );
    default:
      return <ExternalLink url={url}>{children}</ExternalLink>;
  }
}
