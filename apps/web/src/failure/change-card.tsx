import { Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { ExternalLink } from '../components/links.tsx';
import { ProblemNotice } from '../components/states.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { VisibleForRole } from '../components/visible-for-role.tsx';
import { changeKindLabels } from '../labels/domain-labels.ts';
import { useStoreDecisions } from '../pattern/decide/use-store-decisions.ts';
import { type FailureDecisions, formatLinkKey } from './read-failure-decisions.ts';
import { Reasons } from './reasons.tsx';

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
            {change === null ? 'A deleted change' : <ExternalLink url={change.url}>{change.title}</ExternalLink>}
          </Text>
          {change && (
            <Text size="sm" c="dimmed">
              {changeKindLabels[change.kind]} · {[change.repository, change.environment].filter(Boolean).join(', ')} ·{' '}
              <Timestamp at={change.occurredAt} />
            </Text>
          )}
        </div>
        <LinkVerdictButtons link={link} name={change?.title ?? 'a deleted change'} decisions={decisions} />
      </Group>
      <Reasons note={note} evidence={evidence} />
    </Card>
  );
}

type LinkReference = Pick<Schemas['FailureResponse']['links'][number], 'type' | 'failureId' | 'targetId'>;

interface LinkVerdictButtonsProps {
  readonly link: LinkReference;
  readonly name: string;
  readonly status?: Schemas['LinkStatus'];
  readonly decisions: FailureDecisions;
}

const verdicts = [
  [true, 'Right'],
  [false, 'Wrong'],
] as const;

export function LinkVerdictButtons({ link, name, status = 'suggested', decisions }: LinkVerdictButtonsProps) {
  const decide = useStoreDecisions();
  const isRight = decisions.links.get(formatLinkKey(link)) ?? (status === 'suggested' ? null : status === 'confirmed');
  const send = (right: boolean) =>
    decide.mutate({
      decisions: [{ kind: 'link', ...link, right }],
      message: right ? 'Link confirmed.' : 'Link rejected. Refrain will not suggest it again.',
    });
  return (
    <Stack gap={4} align="flex-end">
      <Group gap={4} className="not-printed">
        {isRight !== null && (
          <Badge variant="outline" color={isRight ? 'teal' : 'gray'} tt="none" fw={500}>
            {isRight ? 'confirmed by a person' : 'rejected by a person'}
          </Badge>
        )}
        <VisibleForRole needs="triager">
          {verdicts
            .filter(([right]) => right !== isRight)
            .map(([right, label]) => (
              <Button
                key={label}
                size="compact-xs"
                variant="default"
                aria-label={`${label}: ${name}`}
                loading={decide.isPending}
                onClick={() => send(right)}
              >
                {label}
              </Button>
            ))}
        </VisibleForRole>
      </Group>
      {decide.error && <ProblemNotice error={decide.error} />}
    </Stack>
  );
}
