import { Alert, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { LineageEvent, PatternReport } from '@refrain/domain';
import { PageLink } from '../page-link.tsx';
import { count, formatDay, formatMinute } from '../words.ts';
import { EpisodeList } from './episode-list.tsx';
import { ImprovementPanel } from './improvement-panel.tsx';
import { PatternFacts } from './pattern-facts.tsx';

interface Props {
  readonly report: PatternReport;
  readonly lineage: readonly LineageEvent[];
  /** The failures are grouped differently by now; the report is what was known last. */
  readonly retired: boolean;
}

/** The lesson first, then what to do about it, then everything it rests on. */
export function PatternReportView({ report, lineage, retired }: Props) {
  const { pattern, members, links, coverage, asOf } = report;
  useDocumentTitle(`${pattern.name} · Refrain`);
  return (
    <Stack component="article" gap="lg">
      <Stack gap="xs" maw={760}>
        <Title order={1}>{pattern.name}</Title>
        <Text size="lg">{pattern.lesson}</Text>
      </Stack>
      {retired && (
        <Alert variant="outline">This pattern is not kept any more: its failures are grouped differently now.</Alert>
      )}
      <ImprovementPanel patternId={pattern.id} />
      <PatternFacts pattern={pattern} />
      <EpisodeList members={members} links={links} />
      <footer>
        {lineage.map((event) => (
          <Lineage key={`${event.kind}${event.relatedPatternId}${event.at}`} event={event} />
        ))}
        <Text size="sm" c="dimmed">
          As of {formatMinute(asOf)}. Of {count(coverage.failures, 'failure')} known, {coverage.inPatterns} are in a
          pattern; nothing like the others has been seen so far.
        </Text>
      </footer>
    </Stack>
  );
}

function Lineage({ event: { kind, relatedPatternId, at } }: { readonly event: LineageEvent }) {
  return (
    <Text size="sm" c="dimmed">
      {kind === 'split_from' ? 'Split from' : 'Merged into'}{' '}
      <PageLink to="/patterns/$patternId" params={{ patternId: relatedPatternId }} underline="always">
        another pattern
      </PageLink>{' '}
      on {formatDay(at)}.
    </Text>
  );
}
