import { Stack, Tabs, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { PatternHistory } from '../audit/decision-history.tsx';
import { SectionContent } from '../report/report-section.tsx';
import { PatternPropertyList } from './pattern-property-list.tsx';
import { ReportSnapshotList } from './report-snapshot-list.tsx';
import { SimilarPatterns } from './similar-patterns.tsx';
import { SplitAndMergeHistory } from './split-and-merge-history.tsx';
import { TrendRates } from './trend-rates.tsx';

interface Props {
  readonly stored: Schemas['StoredReport'];
  readonly lineage: readonly Schemas['NamedLineageEvent'][];
  /** Whether this is the newest report of a pattern that still exists. */
  readonly isCurrent: boolean;
  /** Shows only the history, because a decision has outdated the figures of the other tabs. */
  readonly isUpdating: boolean;
}

/** Shows statistics, background and history in tabs. The URL contains the open tab. */
export function ReportTabs({ stored: { id, report }, lineage, isCurrent, isUpdating }: Props) {
  const { tab: wanted } = useSearch({ from: '/patterns/$patternId' });
  const navigate = useNavigate({ from: '/patterns/$patternId' });
  const { pattern, members, measurement, document } = report;
  const details = (document?.sections ?? []).filter((section) => section.isDetail && section.id !== 'history');
  const newest = members.at(-1)?.failureId;
  const all: readonly (readonly [string, string, () => ReactNode])[] = [
    ...details.map((section) => {
      const content = () => (
        <Stack maw={760}>
          <SectionContent section={section} sources={document?.sources ?? []} />
          {section.id === 'trend' && <TrendRates trend={measurement?.trend ?? null} />}
        </Stack>
      );
      return [section.id, section.title, content] as const;
    }),
    ...(isCurrent && newest !== undefined
      ? [['similar', 'Similar patterns', () => <SimilarPatterns patternId={pattern.id} failureId={newest} />] as const]
      : []),
    ['properties', 'Properties', () => <PatternPropertyList pattern={pattern} />],
    [
      'history',
      'History',
      () => (
        <Stack maw={760}>
          <PatternHistory patternId={pattern.id} />
          <FormerNames document={document} />
          <SplitAndMergeHistory shownId={pattern.id} events={lineage} />
          <ReportSnapshotList patternId={pattern.id} shownId={id} />
        </Stack>
      ),
    ],
  ];
  const tabs = isUpdating ? all.filter(([name]) => name === 'history') : all;
  const open = tabs.find(([name]) => name === wanted)?.[0] ?? tabs[0]?.[0] ?? 'history';
  const show = (tab: string | null) =>
    navigate({ search: (known) => ({ ...known, tab: tab ?? undefined }), replace: true, resetScroll: false });
  return (
    <Tabs value={open} onChange={show} keepMounted={false} className="not-printed">
      <Tabs.List aria-label="Details of the report">
        {tabs.map(([name, title]) => (
          <Tabs.Tab key={name} value={name}>
            {title}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(([name, , render]) => (
        <Tabs.Panel key={name} value={name} pt="md">
          {render()}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

function FormerNames({ document }: { readonly document: Schemas['PatternReport']['document'] }) {
  const { statements = [] } = document?.sections.find(({ id }) => id === 'history') ?? {};
  const names = statements.find(({ label }) => label === 'Former names');
  return names === undefined ? null : <Text size="sm" c="dimmed">{`Former names: ${names.text}`}</Text>;
}
