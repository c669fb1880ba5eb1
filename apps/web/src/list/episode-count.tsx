import type { Schemas } from '../api/refrain.ts';
import classes from './cells.module.css';

interface Props {
  readonly counts: Pick<Schemas['ListedPattern'], 'episodes' | 'episodesBefore'>;
}

/** The episodes of a period, with those of the period before if there were any. */
export function EpisodeCount({ counts: { episodes, episodesBefore } }: Props) {
  return (
    <>
      {episodes}
      {episodesBefore !== null && episodesBefore > 0 && (
        <span className={`${classes.line} ${classes.dimmed}`} title="Episodes in the period of equal length before">
          {episodesBefore} before
        </span>
      )}
    </>
  );
}
