/** How many comments a page asks for at once; a published copy holds the very same stretches. */
export const STRETCH = 30;
