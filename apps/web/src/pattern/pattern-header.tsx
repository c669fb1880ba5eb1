import { Badge, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { refrain, type Schemas, useSystemStatus } from '../api/refrain.ts';
import { PatternStatusBadges } from '../patterns/pattern-badges.tsx';
import { ShareMenu } from '../report/share-menu.tsx';
import { readPatternDecisions } from './decide/read-pattern-decisions.ts';
import { ReviewBar } from './review-bar.tsx';

interface Props {
  readonly stored: Schemas['StoredReport'];
  readonly canDecide: boolean;
  readonly isRetired: boolean;
  readonly isUpdating: boolean;
}

export function PatternHeader({ stored, canDecide, isRetired, isUpdating }: Props) {
  const { pattern, measurement, document } = stored.report;
  const params = { query: { patternId: pattern.id, limit: 200 } };
  const corrections = refrain.useQuery('get', '/v1/corrections', { params }, { enabled: canDecide });
  // Decisions are shown immediately, before the next clustering applies them.
  const decided = readPatternDecisions(pattern.id, corrections.data?.items ?? []);
  const isWorking = useSystemStatus(canDecide).data?.busy === true;
  const severity = document?.badges?.find(({ kind }) => kind === 'severity')?.text;
  const recurrence = measurement?.recurrence ?? null;
  const direction = measurement?.trend?.perWeek.direction ?? null;
  return (
    <Stack gap="xs">
      <Group justify="space-between" align="flex-start" gap="md">
        <Title order={1} flex="1 1 320px">
          {decided.name ?? pattern.name}
        </Title>
        <Group gap="xs" className="not-printed">
          {canDecide && <ReviewBar pattern={pattern} members={stored.report.members} decided={decided} />}
          {!isRetired && <ShareReportMenu stored={stored} />}
        </Group>
      </Group>
      <Group gap="xs">
        {!isRetired && (
          <PatternStatusBadges recurrence={recurrence} direction={direction} judgement={decided.judgement} />
        )}
        {severity !== undefined && (
          <Badge color="gray" variant="outline" tt="none" fw={500} c="var(--mantine-color-text)">
            {severity}
          </Badge>
        )}
        <Text size="sm" c="dimmed">
          {document?.lead.text}
        </Text>
        {(isUpdating || (decided.at !== null && decided.at > stored.createdAt && isWorking)) && (
          <Group gap={6} role="status" className="not-printed">
            <Loader size="xs" aria-hidden />
            <Text size="sm" c="dimmed">
              {isUpdating
                ? 'Updating the report for the changed episodes… Until then, this is the previous report.'
                : 'Applying your decision…'}
            </Text>
          </Group>
        )}
      </Group>
    </Stack>
  );
}

function ShareReportMenu({ stored: { id, patternId, report } }: { readonly stored: Schemas['StoredReport'] }) {
  const page = `/patterns/${encodeURIComponent(patternId)}`;
  return (
    <ShareMenu
      links={[
        { label: 'Copy the link', path: page },
        { label: 'Copy the link to this snapshot', path: `${page}?report=${encodeURIComponent(id)}` },
      ]}
      path={`/v1/reports/${encodeURIComponent(id)}`}
      name={report.pattern.name}
    />
  );
}
