import { Autocomplete } from '@mantine/core';
import { useEffect, useState } from 'react';
import { clearButton } from './clear-button.ts';

interface Props {
  readonly label: string;
  /** Names to choose from; any other one may be typed. */
  readonly names: readonly string[];
  readonly name: string | undefined;
  readonly placeholder?: string;
  choose(name: string | undefined): void;
}

/** A name of which not all are known here: what is typed counts when one leaves the field or presses Enter. */
export function NameField({ label, names, name, placeholder = 'any', choose }: Props) {
  const [typed, setTyped] = useState(name ?? '');
  const [isOpen, setOpen] = useState(false);
  useEffect(() => setTyped(name ?? ''), [name]);
  const decide = (text: string) => {
    const wanted = text.trim() || undefined;
    if (wanted !== name) choose(wanted);
  };
  return (
    <Autocomplete
      label={label}
      placeholder={placeholder}
      flex="1 1 170px"
      limit={50}
      data={[...new Set(names)].sort()}
      value={typed}
      clearable
      clearButtonProps={clearButton(label)}
      onChange={setTyped}
      onOptionSubmit={decide}
      onClear={() => decide('')}
      onBlur={() => decide(typed)}
      dropdownOpened={isOpen}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
      onKeyDown={({ key }) => {
        if (key !== 'Enter') return;
        // The names that are offered would cover what one has asked for.
        setOpen(false);
        decide(typed);
      }}
    />
  );
}
