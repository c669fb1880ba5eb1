import { Autocomplete } from '@mantine/core';
import { useEffect, useState } from 'react';
import { createClearButtonProps } from './create-clear-button-props.ts';

interface Props {
  readonly label: string;
  /** Suggested names. The user may type any other name. */
  readonly names: readonly string[];
  readonly name: string | undefined;
  readonly placeholder?: string;
  choose(name: string | undefined): void;
}

/** A field for a name, with suggestions. A typed name applies on blur and on Enter. */
export function NameField({ label, names, name, placeholder = 'any', choose }: Props) {
  const [typed, setTyped] = useState(name ?? '');
  const [isOpen, setOpen] = useState(false);
  useEffect(() => setTyped(name ?? ''), [name]);
  const submit = (text: string) => {
    const submitted = text.trim() || undefined;
    if (submitted !== name) choose(submitted);
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
      clearButtonProps={createClearButtonProps(label)}
      onChange={setTyped}
      onOptionSubmit={submit}
      onClear={() => submit('')}
      onBlur={() => submit(typed)}
      dropdownOpened={isOpen}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
      onKeyDown={({ key }) => {
        if (key !== 'Enter') return;
        // The dropdown is closed, because it would cover the filtered list.
        setOpen(false);
        submit(typed);
      }}
    />
  );
}
