import { Badge, Button, Group, Stack } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { ProblemNotice } from '../components/states.tsx';
import { VisibleForRole } from '../components/visible-for-role.tsx';
import { useStoreDecisions } from '../pattern/decide/use-store-decisions.ts';
import { type FailureDecisions, formatLinkKey } from './read-failure-decisions.ts';

export type LinkReference = Pick<Schemas['FailureResponse']['links'][number], 'type' | 'failureId' | 'targetId'>;

interface Props {
  readonly link: LinkReference;
  readonly name: string;
  readonly status?: Schemas['LinkStatus'];
  readonly decisions: FailureDecisions;
}

export function LinkVerdictButtons({ link, name, status = 'suggested', decisions }: Props) {
  const decide = useStoreDecisions();
  const isRight = decisions.links.get(formatLinkKey(link)) ?? (status === 'suggested' ? null : status === 'confirmed');
  const send = (right: boolean) =>
    decide.mutate({
      decisions: [{ kind: 'link', ...link, right }],
      message: right ? 'Kept as right.' : 'Kept as wrong: no later clustering adds it again.',
    });
  return (
    <Stack gap={4} align="flex-end">
      <Group gap={4} className="not-printed">
        {isRight !== null && (
          <Badge variant="outline" color={isRight ? 'teal' : 'gray'} tt="none" fw={500}>
            {isRight ? 'right, as somebody said' : 'wrong, as somebody said'}
          </Badge>
        )}
        <VisibleForRole needs="triager">
          {isRight !== true && (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={`Right: ${name}`}
              loading={decide.isPending}
              onClick={() => send(true)}
            >
              Right
            </Button>
          )}
          {isRight !== false && (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={`Wrong: ${name}`}
              loading={decide.isPending}
              onClick={() => send(false)}
            >
              Wrong
            </Button>
          )}
        </VisibleForRole>
      </Group>
      {decide.error && <ProblemNotice error={decide.error} />}
    </Stack>
  );
}
