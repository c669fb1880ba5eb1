import { Box, Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { PageLink } from '../components/links.tsx';
import { describeDigestPeriod } from '../labels/describe-digest-period.ts';
import { capitalise, formatHours } from '../labels/format.ts';
import classes from '../list/plain-table.module.css';
import { describeDigestChanges } from './describe-digest-news.ts';
import { DigestNews } from './digest-news.tsx';
import { omitRepeatedNews } from './omit-repeated-news.ts';

type Digest = Schemas['ListedDigest'];

interface Props {
  readonly digests: readonly Digest[];
  readonly isOneScope: boolean;
  /** The header of the first column. */
  readonly heading: string;
  /** The digests of teams in another table, whose changes are not repeated. */
  readonly teamDigests: readonly Digest[];
}

/** Digests of services and teams in one line each, with the figures of the period before. */
export function DigestTable({ digests, isOneScope, heading, teamDigests }: Props) {
  const unit = digests[0]?.period.kind ?? 'week';
  return (
    <Box component="table" className={classes.table} data-embedded mt="sm">
      <thead>
        <tr>
          <th scope="col">{heading}</th>
          <th scope="col" className={classes.number}>
            Episodes
          </th>
          <BeforeHeader figure="Episodes" unit={unit} />
          <th scope="col" className={classes.number}>
            Impact
          </th>
          <BeforeHeader figure="Impact" unit={unit} />
          <Box component="th" scope="col" visibleFrom="md" pl="xl">
            What changed
          </Box>
        </tr>
      </thead>
      <tbody>
        {digests.map((digest) => (
          <Row key={digest.id} digest={digest} isOneScope={isOneScope} teamDigests={teamDigests} />
        ))}
      </tbody>
    </Box>
  );
}

interface BeforeHeaderProps {
  readonly figure: string;
  readonly unit: Digest['period']['kind'];
}

function BeforeHeader({ figure, unit }: BeforeHeaderProps) {
  return (
    <Box
      component="th"
      scope="col"
      className={classes.number}
      w={128}
      aria-label={`${figure}, ${unit} before`}
      visibleFrom="md"
    >
      {capitalise(unit)} before
    </Box>
  );
}

interface RowProps extends Pick<Props, 'isOneScope' | 'teamDigests'> {
  readonly digest: Digest;
}

function Row({ digest, isOneScope, teamDigests }: RowProps) {
  const { id, scope, period, episodes, episodesBefore, impactHours, impactHoursBefore } = digest;
  const changes = <OwnNews digest={digest} teamDigests={teamDigests} />;
  return (
    <tr>
      <th scope="row">
        <PageLink to="/digests/$digestId" params={{ digestId: id }} inherit>
          {isOneScope || scope.kind === 'organisation' ? describeDigestPeriod(period) : scope.name}
        </PageLink>
        <Text size="xs" c="dimmed" hiddenFrom="md">
          {changes}
        </Text>
      </th>
      <td className={classes.number}>{episodes}</td>
      <Box component="td" className={classes.number} visibleFrom="md" c="dimmed">
        {episodesBefore}
      </Box>
      <td className={classes.number}>{formatImpact(impactHours)}</td>
      <Box component="td" className={classes.number} visibleFrom="md" c="dimmed">
        {formatImpact(impactHoursBefore)}
      </Box>
      <Box component="td" visibleFrom="md" pl="xl">
        {changes}
      </Box>
    </tr>
  );
}

/** Shows the changes that no team's row shows, or else refers to the team. */
function OwnNews({ digest, teamDigests }: Pick<RowProps, 'digest' | 'teamDigests'>) {
  const { digest: own, teams } = omitRepeatedNews(digest, teamDigests);
  const hasOwn = describeDigestChanges(own) !== '';
  return teams.length === 0 || hasOwn ? (
    <DigestNews digest={own} />
  ) : (
    <Text span inherit c="dimmed">
      See {teams.length === 1 ? 'team' : 'teams'} {teams.join(', ')}
    </Text>
  );
}

/** The hours are unknown in digests of early versions, and in periods without a known duration. */
function formatImpact(hours: number | null | undefined): string {
  return hours == null ? '–' : formatHours(hours);
}
