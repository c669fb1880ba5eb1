import type { SpotlightActionGroupData } from '@mantine/spotlight';
import { keepPreviousData } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { refrain } from '../api/refrain.ts';
import { toServiceSearch } from '../components/to-service-search.ts';
import { useHasRole } from '../components/visible-for-role.tsx';
import { count } from '../labels/format.ts';
import { findRememberedPeriod } from '../list/remembered-period.ts';
import { shortenQuery } from '../list/shorten-query.ts';
import { defaultDays } from '../overview/overview-range.ts';
import { useSearchText } from '../seen-before/search-text.ts';
import { matchWords } from './match-words.ts';
import { findMemberCommands } from './member-commands.ts';
import { pageLinks } from './navigation.tsx';

const maxPerGroup = 6;

/** Returns what the palette offers for a query. @param debounced the query that the API is asked for */
export function useCommands(query: string, debounced: string): SpotlightActionGroupData[] {
  const navigate = useNavigate();
  const isAdmin = useHasRole('admin');
  const [, setSearchText] = useSearchText();
  const params = { query: { limit: maxPerGroup, ...(debounced === '' ? {} : { query: shortenQuery(debounced) }) } };
  const patterns = refrain.useQuery('get', '/v1/patterns', { params }, { placeholderData: keepPreviousData });
  const facets = refrain.useQuery('get', '/v1/patterns/facets', { params: { query: {} } }, { staleTime: 60_000 });
  const services = query === '' ? [] : (facets.data?.service ?? []).filter(({ value }) => matchWords(value, query));
  const groups = [
    {
      group: 'Pages',
      actions: pageLinks
        .filter(({ label }) => matchWords(label, query))
        .map(({ to, label }) => ({
          id: `page ${to}`,
          label,
          onClick: () => void navigate({ to, search: findRememberedPeriod(to, defaultDays) as never }),
        })),
    },
    {
      group: 'Members',
      actions: (isAdmin ? findMemberCommands(query) : []).map(({ label, invite }) => ({
        id: `members ${label}`,
        label,
        onClick: () => void navigate({ to: '/settings/$section', params: { section: 'members' }, search: { invite } }),
      })),
    },
    {
      group: 'Patterns',
      actions: (patterns.data?.items ?? []).map(({ id, name, episodes }) => ({
        id: `pattern ${id}`,
        label: name,
        description: count(episodes, 'episode'),
        onClick: () => void navigate({ to: '/patterns/$patternId', params: { patternId: id } }),
      })),
    },
    {
      group: 'Services',
      actions: services.slice(0, maxPerGroup).map(({ value, count: patterns }) => ({
        id: `service ${value}`,
        label: value,
        description: count(patterns, 'pattern'),
        onClick: () =>
          void navigate({
            to: '/services/$name',
            params: { name: value },
            search: toServiceSearch(findRememberedPeriod('/services', defaultDays)),
          }),
      })),
    },
    {
      group: 'Seen before?',
      actions:
        query === ''
          ? []
          : [
              {
                id: 'seen before',
                label: `Search past failures for “${query}”`,
                onClick: () => {
                  setSearchText(query);
                  void navigate({ to: '/seen-before' });
                },
              },
            ],
    },
  ];
  return groups.filter(({ actions }) => actions.length > 0);
}
