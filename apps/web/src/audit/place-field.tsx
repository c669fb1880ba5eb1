import { Autocomplete } from '@mantine/core';
import { useEffect, useState } from 'react';

interface Props {
  readonly label: string;
  readonly placeholder: string;
  readonly places: readonly string[];
  readonly chosen: string | undefined;
  choose(place: string | undefined): void;
}

/** One of these places, or another that is entered; it counts with Enter, when it is chosen, or when one goes on. */
export function PlaceField({ label, placeholder, places, chosen, choose }: Props) {
  const [entered, setEntered] = useState(chosen ?? '');
  useEffect(() => setEntered(chosen ?? ''), [chosen]);
  function settle(place: string) {
    const wanted = place.trim() || undefined;
    if (wanted !== chosen) choose(wanted);
  }
  return (
    <Autocomplete
      label={label}
      placeholder={placeholder}
      flex="2 1 220px"
      clearable
      clearButtonProps={{ 'aria-label': `Any ${label.toLowerCase()}` }}
      limit={20}
      data={[...new Set(places)].sort()}
      value={entered}
      onChange={setEntered}
      onOptionSubmit={settle}
      onClear={() => choose(undefined)}
      onBlur={() => settle(entered)}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  );
}
