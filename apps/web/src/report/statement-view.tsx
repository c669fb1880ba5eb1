import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { ExternalLink, TextLink } from '../components/links.tsx';
import { joinRefs } from './join-refs.ts';
import { Quotation } from './quotation.tsx';

interface Props {
  readonly statement: Schemas['Statement'];
  readonly sources: readonly Schemas['ReportSource'][];
}

/** Maximum of ranges of sources that are listed with a statement. The others are only counted. */
const maxRanges = 4;

export function StatementView({ statement: { label, text, refs, method, isQuotation }, sources }: Props) {
  // A label that is the title of the first source leads there.
  const titled = sources.find(({ ref, title }) => ref === refs[0] && title === label);
  const paragraph = (
    <Text style={{ overflowWrap: 'anywhere' }}>
      {label !== undefined && (
        <>
          <b>{titled === undefined ? label : <SourceLink source={titled}>{label}</SourceLink>}:</b>{' '}
        </>
      )}
      {text}
      <SourceMarks refs={titled === undefined ? refs : refs.slice(1)} sources={sources} />
    </Text>
  );
  return (
    <div>
      {isQuotation ? <Quotation>{paragraph}</Quotation> : paragraph}
      {method !== null && (
        <Text component="details" size="sm" c="dimmed">
          <summary>How we calculated this</summary>
          {method}
        </Text>
      )}
    </div>
  );
}

/** Links to the sources of a paragraph: by title to web pages and patterns, by number to pull requests, and by marks such as E1–E3 to others. */
function SourceMarks({ refs, sources }: { readonly refs: readonly string[] } & Pick<Props, 'sources'>) {
  const known = new Map(sources.map((source) => [source.ref, source]));
  const cited = refs.flatMap((ref) => known.get(ref) ?? []);
  const ranges = joinRefs(
    cited.filter(({ kind }) => kind === 'episode' || kind === 'improvement').map(({ ref }) => ref),
  );
  const marks = [
    ...cited.filter(({ kind }) => kind === 'reading').map((source) => ({ source, label: source.title })),
    // A mark such as P1 reads like a severity.
    ...cited.filter(({ kind }) => kind === 'pattern').map((source) => ({ source, label: `Pattern: ${source.title}` })),
    ...ranges.slice(0, maxRanges).flatMap(({ first, label }) => {
      const source = known.get(first);
      return source === undefined ? [] : [{ source, label }];
    }),
    // The paragraph itself names a change without an address.
    ...cited
      .filter(({ kind, url }) => kind === 'change' && url !== null)
      .map((source) => ({ source, label: nameChange(source.url) })),
  ];
  if (marks.length === 0) return null;
  return (
    <Text span size="xs" c="dimmed">
      {' '}
      {marks.map(({ source, label }, at) => (
        <span key={source.ref}>
          {at > 0 && ', '}
          <SourceLink source={source}>{label}</SourceLink>
        </span>
      ))}
      {ranges.length > maxRanges && ` and ${ranges.length - maxRanges} more`}
    </Text>
  );
}

function nameChange(url: string | null): string {
  const pull = /\/pull\/(\d{1,9})$/u.exec(url ?? '')?.[1];
  return pull === undefined ? 'change' : `#${pull}`;
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
