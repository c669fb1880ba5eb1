import type { Schemas } from '../api/refrain.ts';
import { formatHours } from '../labels/format.ts';
import classes from '../list/cells.module.css';

interface Props {
  readonly pattern: Pick<Schemas['ListedPattern'], 'episodes' | 'impactHours' | 'timedEpisodes'>;
}

/** The hours of a pattern's episodes, and of how many episodes a duration is known unless it is known of all. */
export function ImpactHours({ pattern: { episodes, impactHours, timedEpisodes } }: Props) {
  if (impactHours === null)
    return (
      <span className={classes.dimmed} title="No episode in the period has a known start and end">
        not known
      </span>
    );
  return (
    <>
      {formatHours(impactHours)}
      {timedEpisodes > 0 && timedEpisodes < episodes && (
        <span
          className={`${classes.line} ${classes.dimmed}`}
          title={`Only ${timedEpisodes} of ${episodes} episodes have a known start and end`}
        >
          known for {timedEpisodes} of {episodes}
        </span>
      )}
    </>
  );
}
