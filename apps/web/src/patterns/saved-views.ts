import { useLocalStorage } from '@mantine/hooks';
import * as z from 'zod/mini';
import { PatternSearchParameters } from '../list/search-parameters.ts';

/** A named selection of patterns, as the search parameters of the page. */
export interface PatternView {
  readonly name: string;
  readonly search: PatternSearchParameters;
}

const SavedViews = z.array(z.object({ name: z.string(), search: PatternSearchParameters }));

/** Returns the views in a text from the browser's storage; none if the text is missing or invalid. */
export function readSavedViews(text: string | undefined): readonly PatternView[] {
  try {
    return z.parse(SavedViews, JSON.parse(text ?? '[]'));
  } catch {
    return [];
  }
}

/** The views that the user saved in this browser. */
export function useSavedViews() {
  const [views, setViews] = useLocalStorage<readonly PatternView[]>({
    key: 'refrain-pattern-views',
    defaultValue: [],
    getInitialValueInEffect: false,
    deserialize: readSavedViews,
  });
  return {
    views,
    /** Saves a view. Replaces the view with the same name. */
    save: (view: PatternView) => setViews([...views.filter(({ name }) => name !== view.name), view]),
    remove: (removed: string) => setViews(views.filter(({ name }) => name !== removed)),
  };
}

/** Tests whether two searches have the same parameters. */
export function isSameSearch(a: PatternSearchParameters, b: PatternSearchParameters): boolean {
  return toSortedText(a) === toSortedText(b);
}

function toSortedText(search: PatternSearchParameters): string {
  return JSON.stringify(
    Object.entries(search)
      .filter(([, value]) => value !== undefined)
      .sort(),
  );
}
