import { Link } from '@tanstack/react-router';
import type { Schemas } from '../api/refrain.ts';
import { toServiceSearch } from '../components/to-service-search.ts';
import classes from '../list/cells.module.css';

interface Props {
  readonly service: Pick<Schemas['ServiceSummary'], 'name' | 'kind'>;
}

/** The name of a service or repository, with a link to its page. */
export function ServiceName({ service: { name, kind } }: Props) {
  return (
    <>
      <Link
        from="/services"
        to="/services/$name"
        params={{ name }}
        search={toServiceSearch}
        className={classes.name}
        data-wraps
        title={name}
      >
        {name}
      </Link>
      {kind === 'repository' && <span className={classes.dimmed}>Repository</span>}
    </>
  );
}
