import { Text } from '@mantine/core';
import { refrain } from '../api/refrain.ts';
import { ButtonLink, ExternalLink, PageLink, TextLink } from '../components/links.tsx';
import { SectionCard } from '../components/section.tsx';
import { QueryState } from '../components/states.tsx';
import { useHasRole } from '../components/visible-for-role.tsx';
import { canApproveImprovement, describeImprovement } from '../labels/describe-improvement.ts';

interface Props {
  readonly patternId: string;
  readonly whyNone: string | null;
}

export function ImprovementPanel({ patternId, whyNone }: Props) {
  const canDecide = useHasRole('triager');
  const improvement = refrain.useQuery(
    'get',
    '/v1/improvements',
    { params: { query: { patternId } } },
    { select: ({ items }) => items[0] ?? null, refetchInterval: 15_000 },
  );
  return (
    <SectionCard title="Improvement" className="not-printed">
      <QueryState query={improvement} what="the improvement" height={60}>
        {(found) =>
          found === null ? (
            <Text size="sm" c="dimmed">
              None is proposed. {whyNone}{' '}
              <TextLink to="/settings/$section" params={{ section: 'policy' }}>
                The policy
              </TextLink>
            </Text>
          ) : (
            <>
              <PageLink to="/improvements/$improvementId" params={{ improvementId: found.id }} fw={600}>
                {found.title}
              </PageLink>
              <Text size="sm" role="status">
                {describeImprovement(found)}
                {found.issueUrl !== null && (
                  <>
                    {' · '}
                    <ExternalLink url={found.issueUrl}>
                      {found.repository}#{found.issueNumber}
                    </ExternalLink>
                  </>
                )}
              </Text>
              {found.effect !== null && <Text size="sm">{found.effect.explanation[0]}</Text>}
              {canDecide && canApproveImprovement(found) && (
                <ButtonLink
                  to="/improvements/$improvementId"
                  params={{ improvementId: found.id }}
                  search={{ edit: true }}
                >
                  Review and approve …
                </ButtonLink>
              )}
            </>
          )
        }
      </QueryState>
    </SectionCard>
  );
}
