import { Autocomplete, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { refrain } from '../api/refrain.ts';
import { DayField } from './day-field.tsx';

interface FacetValue {
  readonly value: string;
  readonly count?: number;
}

interface FacetSelectProps {
  readonly label: string;
  readonly labels: Readonly<Record<string, string>>;
  /**
   * The values that the user can choose; by default all that have a label. A value without a label is shown as it is.
   */
  readonly values?: readonly FacetValue[];
  readonly chosen: string | undefined;
  /** Minimum width in pixels. */
  readonly width?: number;
  choose(value: string | undefined): void;
}

/** Filters a list by one property. The chosen value stays an option even if no item has it. */
export function PropertyFilterSelect({
  label,
  labels,
  values = listLabelled(labels),
  chosen,
  choose,
  width = 110,
}: FacetSelectProps) {
  const offered =
    chosen === undefined || values.some(({ value }) => value === chosen) ? values : [{ value: chosen }, ...values];
  return (
    <Select
      label={label}
      placeholder="Any"
      flex={`1 1 ${width}px`}
      clearable
      searchable={offered.length > 8}
      data={offered.map(({ value, count }) => ({
        value,
        label: `${labels[value] ?? value}${count === undefined ? '' : ` (${count})`}`,
      }))}
      value={chosen ?? null}
      onChange={(value) => choose(value ?? undefined)}
      clearButtonProps={createClearButtonProps(label)}
    />
  );
}

const listLabelled = (labels: Readonly<Record<string, string>>) => Object.keys(labels).map((value) => ({ value }));

interface NameFieldProps {
  readonly label: string;
  /** Suggested names. The user may type any other name. */
  readonly names: readonly string[];
  readonly name: string | undefined;
  readonly placeholder?: string;
  choose(name: string | undefined): void;
}

/** A field for a name, with suggestions. A typed name applies on blur and on Enter. */
export function NameField({ label, names, name, placeholder = 'Any', choose }: NameFieldProps) {
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
      flex="1 1 120px"
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

interface DayRangeFieldsProps {
  /** Names what happened in the range, for example `Seen`. */
  readonly label: string;
  readonly since: string | undefined;
  readonly until: string | undefined;
  choose(change: { readonly since?: string | undefined; readonly until?: string | undefined }): void;
}

export function DayRangeFields({ label, since, until, choose }: DayRangeFieldsProps) {
  return (
    <>
      <DayField
        label={`${label} from`}
        day={since}
        {...(until && { max: until })}
        choose={(since) => choose({ since })}
      />
      <DayField
        label={`${label} until`}
        day={until}
        {...(since && { min: since })}
        choose={(until) => choose({ until })}
      />
    </>
  );
}

interface SearchFieldProps {
  readonly placeholder: string;
  readonly query: string;
  search(query: string | undefined): void;
}

export function SearchField({ placeholder, query, search }: SearchFieldProps) {
  const [typed, setTyped] = useState(query);
  useEffect(() => setTyped(query), [query]);
  const searchSoon = useDebouncedCallback((text: string) => search(text || undefined), 250);
  return (
    <TextInput
      type="search"
      label="Search"
      placeholder={placeholder}
      flex="3 1 180px"
      value={typed}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        searchSoon(value);
      }}
    />
  );
}

interface ServiceFieldProps {
  readonly name: string | undefined;
  choose(name: string | undefined): void;
}

export function ServiceField(props: ServiceFieldProps) {
  return <NameField label="Service" names={useScopeNames().services} {...props} />;
}

export function RepositoryField(props: ServiceFieldProps) {
  return <NameField label="Repository" names={useScopeNames().repositories} {...props} />;
}

export function EnvironmentField(props: ServiceFieldProps) {
  return <NameField label="Environment" names={['production', 'staging']} {...props} />;
}

export function useScopeNames() {
  const { data } = refrain.useQuery('get', '/v1/scope-names', {}, { staleTime: 600_000 });
  return data ?? { services: [], repositories: [] };
}

/** Returns `clearButtonProps` for a filter field. Unlike Mantine's default, the button is reachable by keyboard. */
function createClearButtonProps(label: string) {
  return { 'aria-label': `Any ${label.toLowerCase()}`, 'aria-hidden': false, tabIndex: 0 };
}

export function hasAnyFilter(values: object): boolean {
  return Object.values(values).some((value) => value !== undefined);
}

type SearchParameterChange<Search> = { readonly [name in keyof Search]?: string | number | undefined };

/**
 * Returns a function that changes the search parameters of the page. Each change adds an entry to the browser's history. With
 * `replace` it replaces the last entry, so that all edits of one search text share an entry.
 */
export function useUpdateSearchParameters<Search>() {
  const navigate = useNavigate();
  return (change: SearchParameterChange<Search>, replace = false) =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...change }) as never, replace, resetScroll: false });
}
