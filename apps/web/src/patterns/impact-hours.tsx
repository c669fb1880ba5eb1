import type { Schemas } from '../api/refrain.ts';
import { formatHours } from '../labels/format.ts';
import classes from '../list/cells.module.css';

interface Props {
  readonly pattern: Pick<Schemas['ListedPattern'], 'episodes' | 'impactHours' | 'kinds' | 'timedEpisodes'>;
}

/** The hours of a pattern's incidents, and of how many episodes a duration is known unless it is known of all. */
export function ImpactHours({ pattern: { episodes, impactHours, kinds, timedEpisodes } }: Props) {
  if (kinds.incident === 0)
    return (
      <span className={classes.dimmed} title="Only incidents have hours of impact">
        no incident
      </span>
    );
  if (impactHours === null)
    return (
      <span className={classes.dimmed} title="No incident in the period has a known start and end">
        not known
      </span>
    );
  return (
    <>
      {formatHours(impactHours)}
      {timedEpisodes > 0 && timedEpisodes < episodes && (
        <span
          className={`${classes.note} ${classes.dimmed}`}
          title={`Only ${timedEpisodes} of ${episodes} episodes have a known start and end`}
        >
          known for {timedEpisodes} of {episodes}
        </span>
      )}
    </>
  );
}
