import { Text } from '@mantine/core';
import { refrain, type Schemas } from '../api/refrain.ts';
import { ButtonLink, ExternalLink, PageLink, TextLink } from '../components/links.tsx';
import { SectionCard } from '../components/section.tsx';
import { QueryState } from '../components/states.tsx';
import { useHasRole } from '../components/visible-for-role.tsx';
import { canApproveImprovement, describeImprovement, isInvestigation } from '../labels/describe-improvement.ts';
import { StatementView } from '../report/statement-view.tsx';

interface Props {
  readonly patternId: string;
  readonly document: Schemas['PatternReport']['document'];
  /** Whether the pattern no longer exists, so that its fix cannot be approved. */
  readonly isRetired: boolean;
  readonly whyNone: string | null;
}

/** Shows the recommended fix or investigation, and what became of it, with the button to approve it. */
export function FixCard({ patternId, document, isRetired, whyNone }: Props) {
  const { title = 'Next step', statements = [] } = document?.sections.find(({ id }) => id === 'recommendation') ?? {};
  const sources = document?.sources ?? [];
  // The state below is newer than the report.
  const shown = statements.filter(({ label }) => label !== 'Status');
  const improvement = refrain.useQuery(
    'get',
    '/v1/improvements',
    { params: { query: { patternId } } },
    { select: ({ items }) => items[0] ?? null, refetchInterval: 15_000 },
  );
  return (
    <SectionCard title={title}>
      {shown.map((statement) => (
        <StatementView key={`${statement.label}${statement.text}`} statement={statement} sources={sources} />
      ))}
      <QueryState query={improvement} what="the fix" height={60}>
        {(found) =>
          found === null ? (
            !isRetired && (
              <Text size="sm" c="dimmed" className="not-printed">
                No issue is proposed. {whyNone}{' '}
                <TextLink to="/settings/$section" params={{ section: 'policy' }}>
                  Policy
                </TextLink>
              </Text>
            )
          ) : (
            <ImprovementState improvement={found} isRetired={isRetired} />
          )
        }
      </QueryState>
    </SectionCard>
  );
}

interface ImprovementStateProps {
  readonly improvement: Schemas['Improvement'];
  readonly isRetired: boolean;
}

function ImprovementState({ improvement, isRetired }: ImprovementStateProps) {
  const { id, issueUrl, repository, issueNumber, effect } = improvement;
  const canApprove = useHasRole('triager') && !isRetired && canApproveImprovement(improvement);
  return (
    <>
      <Text size="sm" role="status">
        <PageLink to="/improvements/$improvementId" params={{ improvementId: id }} inherit underline="always">
          {describeImprovement(improvement)}
        </PageLink>
        {issueUrl !== null && (
          <>
            {' · '}
            <ExternalLink url={issueUrl}>
              {repository}#{issueNumber}
            </ExternalLink>
          </>
        )}
      </Text>
      {effect !== null && <Text size="sm">{effect.explanation[0]}</Text>}
      {canApprove && (
        <ButtonLink
          to="/improvements/$improvementId"
          params={{ improvementId: id }}
          search={{ edit: true }}
          variant={improvement.state === 'declined' ? 'default' : 'filled'}
          className="not-printed"
        >
          {isInvestigation(improvement) ? 'Review and open an investigation …' : 'Review and approve …'}
        </ButtonLink>
      )}
    </>
  );
}
