/** Told to whom a board is not for. */
export const KEPT_PRIVATE = 'This metric is kept private; whoever runs Bellwether says who sees it';
