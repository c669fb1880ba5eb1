import { Badge, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { LineageEvent, StoredReport } from '@refrain/domain';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { findPattern, findReport } from '../api.ts';
import { PageLink } from '../page-link.tsx';
import { KindBadges } from '../patterns/pattern-card.tsx';
import { ProblemNotice } from '../problem-notice.tsx';
import { count, formatDay, formatMinute, plain } from '../words.ts';
import { EpisodeList } from './episode-list.tsx';
import { ImprovementPanel } from './improvement-panel.tsx';

export function PatternPage() {
  const { patternId } = useParams({ strict: false }) as { patternId: string };
  const report = useQuery({ queryKey: ['report', patternId], queryFn: () => findReport(patternId) });
  const pattern = useQuery({ queryKey: ['pattern', patternId], queryFn: () => findPattern(patternId), retry: false });
  return (
    <Stack>
      <PageLink to="/" size="sm">
        ← All patterns
      </PageLink>
      {report.isPending && <Skeleton height={400} role="status" aria-label="Loading the report" />}
      {report.error && <ProblemNotice error={report.error} retry={() => report.refetch()} />}
      {report.data && <Report stored={report.data} lineage={pattern.data?.lineage ?? []} />}
    </Stack>
  );
}

function Report({ stored, lineage }: { readonly stored: StoredReport; readonly lineage: readonly LineageEvent[] }) {
  const { pattern, members, links, coverage, asOf } = stored.report;
  return (
    <Stack component="article">
      <Title order={2}>{pattern.name}</Title>
      <Text size="lg">{pattern.lesson}</Text>
      <Group gap="xs">
        <Badge variant="outline" tt="none">
          cause: {plain(pattern.cause)}
        </Badge>
        <Badge variant="outline" tt="none">
          trigger: {plain(pattern.trigger)}
        </Badge>
        <KindBadges kinds={pattern.kinds} />
        <Badge variant="light" color="gray" tt="none">
          {Math.round(pattern.confidence * 100)} % sure
        </Badge>
      </Group>
      <Text size="sm" c="dimmed">
        {count(pattern.episodes, 'episode')} from {formatDay(pattern.firstAt)} to {formatDay(pattern.lastAt)}
        {pattern.services.length > 0 && ` · services: ${pattern.services.join(', ')}`}
        {pattern.repositories.length > 0 && ` · repositories: ${pattern.repositories.join(', ')}`}
      </Text>
      <Text size="sm" c="dimmed">
        Told apart by: {pattern.terms.join(', ')}
      </Text>
      <ImprovementPanel patternId={pattern.id} />
      <EpisodeList members={members} links={links} />
      {lineage.map(({ kind, relatedPatternId, at }) => (
        <Text size="sm" c="dimmed" key={`${kind}${relatedPatternId}${at}`}>
          {kind === 'split_from' ? 'Split from' : 'Merged into'}{' '}
          <PageLink to="/patterns/$patternId" params={{ patternId: relatedPatternId }}>
            another pattern
          </PageLink>{' '}
          on {formatDay(at)}
        </Text>
      ))}
      <Text size="xs" c="dimmed" title={asOf}>
        As of {formatMinute(asOf)}. Of {count(coverage.failures, 'failure')} known, {coverage.inPatterns} are in a
        pattern; the others are like nothing else so far.
      </Text>
    </Stack>
  );
}
