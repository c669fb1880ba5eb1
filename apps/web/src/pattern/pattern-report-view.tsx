import { Alert, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { Schemas } from '../api/refrain.ts';
import { PageLink } from '../parts/page-link.tsx';
import { count } from '../words/count.ts';
import { formatDay, formatMinute } from '../words/times.ts';
import { ArrivalList } from './arrival-list.tsx';
import { EpisodeList } from './episode-list.tsx';
import { ImprovementPanel } from './improvement-panel.tsx';
import { PatternFacts } from './pattern-facts.tsx';
import { ReportSectionView } from './report-section.tsx';

interface Props {
  readonly report: Schemas['PatternReport'];
  readonly lineage: readonly Schemas['LineageEvent'][];
  /** The failures are grouped differently by now; the report is what was known last. */
  readonly retired: boolean;
}

/** Parts that are told in words; the page shows the others in its own way. */
const told = new Set(['standing', 'chain', 'trend', 'forecast', 'cost', 'recommendation', 'tried', 'questions']);

/** The lesson first, then what to do about it, then everything it rests on. */
export function PatternReportView({ report, lineage, retired }: Props) {
  const { pattern, members, links, coverage, asOf, document: { sections = [], sources = [] } = {} } = report;
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
      {sections
        .filter(({ id }) => told.has(id))
        .map((section) => (
          <ReportSectionView key={section.id} section={section} sources={sources} />
        ))}
      {!retired && <ArrivalList patternId={pattern.id} />}
      <EpisodeList members={members} links={links} sources={sources} />
      <footer>
        {lineage.map((event) => (
          <Lineage
            key={`${event.kind}${event.patternId}${event.relatedPatternId}${event.at}`}
            own={pattern.id}
            event={event}
          />
        ))}
        <Text size="sm" c="dimmed">
          As of {formatMinute(asOf)}. Of {count(coverage.failures, 'failure')} known, {coverage.inPatterns} are in a
          pattern; the others have happened once so far.
        </Text>
      </footer>
    </Stack>
  );
}

/** An event is told from both of its ends: what came out of this pattern reads otherwise than what went into it. */
const lineageWords = {
  split_from: { own: 'Split from', other: 'Gave rise to' },
  merged_into: { own: 'Merged into', other: 'Took in' },
} as const;

interface LineageProps {
  readonly own: string;
  readonly event: Schemas['LineageEvent'];
}

function Lineage({ own, event: { kind, patternId, relatedPatternId, at } }: LineageProps) {
  const isOwn = patternId === own;
  return (
    <Text size="sm" c="dimmed">
      {lineageWords[kind][isOwn ? 'own' : 'other']}{' '}
      <PageLink
        to="/patterns/$patternId"
        params={{ patternId: isOwn ? relatedPatternId : patternId }}
        underline="always"
      >
        another pattern
      </PageLink>{' '}
      on {formatDay(at)}.
    </Text>
  );
}
