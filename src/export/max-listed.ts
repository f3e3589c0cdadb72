/** So many releases a list has at most: each is a file to fetch. For more there are the files under `/data/`. */
export const MAX_LISTED = 500;
