import { Card, Group, Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { EvidenceList } from '../components/evidence-list.tsx';
import { ExternalLink } from '../components/links.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { changeKindLabels } from '../labels/link-labels.ts';
import { type LinkReference, LinkVerdictButtons } from './link-verdict-buttons.tsx';
import type { FailureDecisions } from './read-failure-decisions.ts';

interface Props {
  readonly change: NonNullable<Schemas['FailureResponse']['changeAssessment']>['resolvedBy']['change'];
  readonly note?: string;
  readonly evidence: readonly Schemas['Evidence'][];
  readonly link: LinkReference;
  readonly decisions: FailureDecisions;
}

export function ChangeCard({ change, note, evidence, link, decisions }: Props) {
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between" align="flex-start" gap="xs">
        <div style={{ flex: '1 1 260px' }}>
          <Text fw={600}>
            {change === null ? 'A change that is gone' : <ExternalLink url={change.url}>{change.title}</ExternalLink>}
          </Text>
          {change && (
            <Text size="sm" c="dimmed">
              {changeKindLabels[change.kind]} · {[change.repository, change.environment].filter(Boolean).join(', ')} ·{' '}
              <Timestamp at={change.occurredAt} />
            </Text>
          )}
        </div>
        <LinkVerdictButtons link={link} name={change?.title ?? 'a change that is gone'} decisions={decisions} />
      </Group>
      {note && (
        <Text size="sm" mt={4}>
          {note}
        </Text>
      )}
      <EvidenceList evidence={evidence} />
    </Card>
  );
}
