import { createTheme, type MantineColorsTuple } from '@mantine/core';

const ink: MantineColorsTuple = [
  '#f6f6f4',
  '#e9e8e4',
  '#d8d7d2',
  '#b9bbbf',
  '#85888e',
  '#66696f',
  '#484b51',
  '#34373c',
  '#1d1f22',
  '#18191b',
];

/** Mantine serves behaviour (floating, focus, keys); how things look is said by theme/*.css. */
export const mantineTheme = createTheme({
  primaryColor: 'ink',
  primaryShade: 8,
  colors: { ink },
  fontFamily: 'var(--sans)',
  fontFamilyMonospace: 'var(--mono)',
  defaultRadius: 6,
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'never',
});
