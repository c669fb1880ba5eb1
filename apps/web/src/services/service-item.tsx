import type { Schemas } from '../api/refrain.ts';
import { Sparkline } from '../chart/sparkline.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { listItem } from '../keys/list-items.ts';
import { count } from '../labels/format.ts';
import classes from '../list/cells.module.css';
import { ServiceName } from './service-name.tsx';

interface Props {
  readonly service: Schemas['ServiceSummary'];
  /** The highest bar of all listed services. */
  readonly maxBar: number;
}

/** A service in the list on a phone. */
export function ServiceItem({ service, maxBar }: Props) {
  const { episodes, lastAt, timeline, teams } = service;
  return (
    <article className={classes.compact} {...listItem}>
      <div>
        <ServiceName service={service} />
        <span className={`${classes.line} ${classes.dimmed}`}>{count(episodes, 'episode')} in the period</span>
        <span className={`${classes.line} ${classes.dimmed}`}>
          Last episode <Timestamp at={lastAt} as="age" />
        </span>
        {teams.length > 0 && <span className={`${classes.line} ${classes.dimmed}`}>{teams.join(', ')}</span>}
      </div>
      <Sparkline values={timeline} label="Episodes over time" max={maxBar} />
    </article>
  );
}
