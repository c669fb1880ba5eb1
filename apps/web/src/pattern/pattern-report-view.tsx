import { Grid, Stack, Text } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { Schemas } from '../api/refrain.ts';
import { Timestamp } from '../components/timestamp.tsx';
import { useHasRole } from '../components/visible-for-role.tsx';
import { ReportSectionView } from '../report/report-section.tsx';
import { EpisodeTable } from './episode-table.tsx';
import { EpisodeTimeline } from './episode-timeline.tsx';
import { FixCard } from './fix-card.tsx';
import { NewFailureList } from './new-failure-list.tsx';
import { PatternHeader } from './pattern-header.tsx';
import { ReportTabs } from './report-tabs.tsx';

interface Props {
  readonly stored: Schemas['StoredReport'];
  readonly lineage: readonly Schemas['NamedLineageEvent'][];
  /** Whether the pattern no longer exists. Its last report then offers no decisions. */
  readonly isRetired: boolean;
  readonly isNewest: boolean;
  /** Whether a decision has outdated the report, which is shown dimmed until the next one is written. */
  readonly isUpdating: boolean;
  readonly whyNoImprovement: string | null;
}

/** An outdated report stays legible, but looks different from a current one. */
const outdatedOpacity = 0.55;

/** Sections of the report that views of this page show in another form. */
const replacedSections = new Set(['episodes', 'recommendation']);

/** Shows a report, answers first: what fails, why and what to do, then the episodes, then details in tabs. */
export function PatternReportView({ stored, lineage, isRetired, isNewest, isUpdating, whyNoImprovement }: Props) {
  const { pattern, members, asOf, document } = stored.report;
  const answers = (document?.sections ?? []).filter(({ id, isDetail }) => !isDetail && !replacedSections.has(id));
  const isCurrent = isNewest && !isRetired;
  const canDecide = useHasRole('triager') && isCurrent;
  useDocumentTitle(`${pattern.name} · Refrain`);
  return (
    <Stack component="article" gap="lg">
      <PatternHeader stored={stored} canDecide={canDecide} isRetired={isRetired} isUpdating={isUpdating} />
      <Stack gap="lg" aria-busy={isUpdating} opacity={isUpdating ? outdatedOpacity : 1}>
        <Grid gap="lg">
          <Grid.Col span={{ base: 12, md: 8 }}>
            <Stack gap="md">
              {answers.map((section) => (
                <ReportSectionView key={section.id} section={section} sources={document?.sources ?? []} />
              ))}
            </Stack>
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 4 }}>
            <FixCard patternId={pattern.id} document={document} isRetired={isRetired} whyNone={whyNoImprovement} />
          </Grid.Col>
        </Grid>
        <EpisodeTimeline pattern={pattern} members={members} asOf={asOf} />
      </Stack>
      {isCurrent && <NewFailureList patternId={pattern.id} />}
      <EpisodeTable
        patternId={pattern.id}
        patternName={pattern.name}
        reportId={stored.id}
        report={stored.report}
        canDecide={canDecide}
        isUpdating={isUpdating}
      />
      <ReportTabs stored={stored} lineage={lineage} isCurrent={isCurrent} isUpdating={isUpdating} />
      {!isUpdating && (
        <Text component="footer" size="sm" c="dimmed">
          Written as of <Timestamp at={asOf} />.
        </Text>
      )}
    </Stack>
  );
}
