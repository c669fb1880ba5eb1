import { useSystemStatus } from '../api/refrain.ts';
import { TextLink } from '../components/links.tsx';
import { formatListTotal, formatWhole } from '../labels/format.ts';

interface Props {
  readonly total: number;
  /** Whether a filter other than the period applies. */
  readonly isFiltered: boolean;
  /** Names the period within a sentence: `in the last 12 months`; null for all time. */
  readonly period: string | null;
}

/** Says which patterns the total counts, and how many the period leaves out. */
export function PatternTotal({ total, isFiltered, period }: Props) {
  const all = useSystemStatus().data?.patterns ?? total;
  const counted = formatListTotal(total, 'pattern');
  if (period === null) return counted;
  return (
    <>
      {counted} with an episode {period}
      {!isFiltered && all > total && (
        <>
          ,{' '}
          <TextLink
            to="/patterns"
            search={(before: object) => ({ ...before, days: 'all', since: undefined, until: undefined })}
          >
            {formatWhole(all)} in all
          </TextLink>
        </>
      )}
    </>
  );
}
