import { refrain } from '../api/refrain.ts';
import { PageLink } from '../components/links.tsx';
import { Page } from '../components/page.tsx';
import { EmptyState, QueryState } from '../components/states.tsx';
import { formatPeriodLength } from '../list/period.ts';
import classes from '../list/plain-table.module.css';
import { defaultPatternDays } from '../patterns/to-pattern-filter.ts';
import { ServicesTabs } from './services-tabs.tsx';

export function MechanismsPage() {
  const facets = refrain.useQuery('get', '/v1/patterns/facets', { params: { query: { days: defaultPatternDays } } });
  return (
    <Page title="Mechanisms" lead="How systems fail here, in all services.">
      <ServicesTabs />
      <QueryState query={facets} what="the mechanisms" height={320}>
        {({ mechanism }) =>
          mechanism.length === 0 ? (
            <EmptyState title="No pattern has a known mechanism yet.">
              A mechanism, such as “Out of memory”, comes from the texts of incidents.
            </EmptyState>
          ) : (
            <table className={classes.table} style={{ maxWidth: 640 }}>
              <thead>
                <tr>
                  <th scope="col">Mechanism</th>
                  <th scope="col" className={classes.number}>
                    Patterns, {formatPeriodLength(defaultPatternDays)}
                  </th>
                </tr>
              </thead>
              <tbody>
                {mechanism.map(({ value, count }) => (
                  <tr key={value}>
                    <th scope="row">
                      <PageLink to="/patterns" search={{ mechanism: value }} inherit>
                        {value}
                      </PageLink>
                    </th>
                    <td className={classes.number}>{count}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </QueryState>
    </Page>
  );
}
