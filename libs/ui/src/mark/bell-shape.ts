/** The mark in a box of 48 × 48: a collar and the bell that hangs from it. */
export const COLLAR = 'M4.6 6.2C8.2 13.4 15.4 17.3 24 17.3C32.6 17.3 39.8 13.4 43.4 6.2';
export const CLAPPER = 'M20.4 44.2H27.6A3.6 3.6 0 0 1 20.4 44.2Z';
export const BELL =
  'M24 18.2C18.3 18.2 15.2 21 14.7 25.4L13.3 37.1C13.2 38.1 12.7 38.8 11.9 39.3C10.3 40.3 10.8 42.4 12.7 42.4H35.3C37.2 42.4 37.7 40.3 36.1 39.3C35.3 38.8 34.8 38.1 34.7 37.1L33.3 25.4C32.8 21 29.7 18.2 24 18.2Z';
export const BAND = 'M14.3 35.2H33.7';
