/**
 * The colours of what charts draw: those of Okabe and Ito, told apart also by the colour-blind (https://jfly.uni-koeln.de/color),
 * darker on white and lighter where it is dark, so that each has 3 : 1 against its ground (WCAG 2.2, 1.4.11).
 */
export const chartColors = {
  light: { blue: '#0072b2', orange: '#d55e00', green: '#007a59' },
  dark: { blue: '#56b4e9', orange: '#e69f00', green: '#009e73' },
} as const;

/** What they are drawn on: Mantine's body. */
export const backgrounds = { light: '#ffffff', dark: '#242424' } as const;
