/** A ring has an inside from here on. Apart from the map, so that the rest of the page need not fetch that. */
export const FEWEST_CORNERS = 3;
