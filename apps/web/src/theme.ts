import { type CSSVariablesResolver, createTheme } from '@mantine/core';
import { chartColors } from './chart/chart-colors.ts';

const close = { closeButtonProps: { 'aria-label': 'Close' } };
/** Removes the role `banner` that browsers give to the header of a dialog: the header is no landmark of the page. */
const dialog = { ...close, attributes: { header: { role: 'none' } } };

export const theme = createTheme({
  primaryColor: 'cyan',
  primaryShade: 9,
  fontFamily: 'system-ui, sans-serif',
  respectReducedMotion: true,
  // Components are listed by name, because importing them here would load them before the first page renders.
  components: {
    Drawer: { defaultProps: dialog },
    // By default, Mantine first focuses a placeholder, which screen readers announce as an additional menu item.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Modal: { defaultProps: dialog },
    Notification: { defaultProps: close },
  },
  headings: { sizes: { h1: { fontSize: '1.6rem' }, h2: { fontSize: '1.2rem' }, h3: { fontSize: '1rem' } } },
});

/** Overrides colours of Mantine that give text a contrast of less than 4.5 : 1 (WCAG 2.2, 1.4.3). */
export const pageColors: CSSVariablesResolver = () => ({
  // Mantine's hover backgrounds have too little contrast with the text.
  variables: {
    '--mantine-primary-color-filled-hover': 'color-mix(in srgb, var(--mantine-primary-color-9), black 15%)',
  },
  light: {
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    '--mantine-color-placeholder': 'var(--mantine-color-gray-7)',
    '--mantine-color-error': 'var(--mantine-color-red-9)',
    '--mantine-color-cyan-light-hover': 'var(--mantine-color-cyan-light)',
    '--page-background': 'var(--mantine-color-gray-0)',
    ...nameColors(chartColors.light),
    '--chart-grey': 'var(--mantine-color-gray-5)',
    '--chart-band': 'var(--mantine-color-gray-2)',
    '--chart-text': 'var(--mantine-color-gray-7)',
  },
  dark: {
    '--mantine-color-dimmed': 'var(--mantine-color-dark-1)',
    '--mantine-color-placeholder': 'var(--mantine-color-dark-1)',
    '--mantine-color-error': 'var(--mantine-color-red-4)',
    '--mantine-color-cyan-light-hover': 'var(--mantine-color-cyan-light)',
    '--page-background': 'var(--mantine-color-dark-8)',
    ...nameColors(chartColors.dark),
    '--chart-grey': 'var(--mantine-color-dark-3)',
    '--chart-band': 'var(--mantine-color-dark-5)',
    '--chart-text': 'var(--mantine-color-dark-1)',
  },
});

function nameColors(colors: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(colors).map(([name, color]) => [`--chart-${name}`, color]));
}
